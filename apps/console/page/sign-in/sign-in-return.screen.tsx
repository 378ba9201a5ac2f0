import { Card, Container, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Footer } from '../app/footer';
import { PageMenus } from '../app/page-menus';
import { useText } from '../language/use-text';
import { admitted } from './admission';
import { endSignIn, screenAskedFor } from './provider';
import { session } from './session';
import { readSettings } from './settings';
import { SignInFailed } from './sign-in-failed';
import { SignInFailure } from './sign-in-failure';

/** Where the identity provider sends the officer back to. */
export function SignInReturnScreen() {
  const text = useText();
  const { history } = useRouter();
  const [error, setError] = useState<unknown>();
  const [to] = useState(screenAskedFor);
  const begun = useRef(false);
  const title = text('shell.signIn');
  useEffect(() => {
    document.title = `${title} · Vestigo`;
  }, [title]);
  useEffect(() => {
    // A code is good for one exchange only.
    if (begun.current) return;
    begun.current = true;
    arrive().then(() => history.replace(to), setError);
  }, [history, to]);
  return (
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
          {error === undefined ? (
            <Loader role="status" aria-label={text('shell.loading')} />
          ) : (
            <SignInFailure
              error={error}
              reset={() => history.replace(`/sign-in?to=${encodeURIComponent(to)}`)}
            />
          )}
        </Stack>
      </Card>
      <Footer />
    </Container>
  );
}

async function arrive(): Promise<void> {
  const { signIn } = await readSettings();
  if (signIn.kind !== 'provider') throw new SignInFailed('not-begun');
  const granted = await endSignIn(signIn, new URLSearchParams(location.search));
  session.admit(granted, await admitted(granted));
}
