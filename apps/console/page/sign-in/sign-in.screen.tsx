import { Alert, Card, Container, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useQuery, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../app/failure';
import { Footer } from '../app/footer';
import { PageMenus } from '../app/page-menus';
import { useText } from '../language/use-text';
import { OfficerChoice } from './officer-choice';
import { ProviderDoor } from './provider-door';
import { session } from './session';
import { readSettings } from './settings';
import { TokenForm } from './token-form';
import { useSession } from './use-session';

const route = getRouteApi('/sign-in');

/** Where one signs in, in the way that whoever serves the page has set; then on to the screen that was asked for. */
export function SignInScreen() {
  const text = useText();
  const { to = '/' } = route.useSearch();
  const router = useRouter();
  const { kind } = useSession();
  const [reading] = useState(() => new QueryClient());
  const title = text('shell.signIn');
  useEffect(() => {
    document.title = `${title} · Vestigo`;
  }, [title]);
  const enter = (token: string): boolean => {
    const known = session.signIn(token);
    if (known) router.history.push(to);
    return known;
  };
  return (
    <QueryClientProvider client={reading}>
      <Container component="main" size="xs" py="xl">
        <Group justify="space-between" mb="md">
          <Text fw={700}>Vestigo</Text>
          <Group gap="xs">
            <PageMenus />
          </Group>
        </Group>
        <Card withBorder padding="lg">
          <Stack>
            <Title order={1} size="h3">
              {title}
            </Title>
            {kind === 'expired' && (
              <Alert color="blue" variant="outline" title={text('shell.expired')}>
                {text('shell.expiredDetail')}
              </Alert>
            )}
            <Door to={to} onToken={enter} />
          </Stack>
        </Card>
        <Footer />
      </Container>
    </QueryClientProvider>
  );
}

interface DoorProps {
  readonly to: string;
  /** False when the token is none. */
  readonly onToken: (token: string) => boolean;
}

function Door({ to, onToken }: DoorProps) {
  const text = useText();
  const { data, error, refetch } = useQuery({ queryKey: ['settings'], queryFn: readSettings, retry: 2 });
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Loader role="status" aria-label={text('shell.loading')} />;
  switch (data.signIn.kind) {
    case 'officers':
      return <OfficerChoice onToken={onToken} />;
    case 'provider':
      return <ProviderDoor provider={data.signIn} to={to} />;
    case 'token':
      return <TokenForm onToken={onToken} />;
  }
}
