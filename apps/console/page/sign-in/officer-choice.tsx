import { Button, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { Failure } from '../app/failure';
import { useText } from '../language/use-text';
import { useActorName } from './actor-name';

type OfficerId = Schemas['SignInDto']['officer'];

interface OfficerChoiceProps {
  readonly onToken: (token: string) => boolean;
}

/** The officers of the demonstration: one click, and one sits at that desk. */
export function OfficerChoice({ onToken }: OfficerChoiceProps) {
  const text = useText();
  const name = useActorName();
  const officers = useQuery({ queryKey: ['officers'], queryFn: () => answerOf(api.GET('/v1/sign-in')) });
  const signIn = useMutation({
    mutationFn: (officer: OfficerId) => answerOf(api.POST('/v1/sign-in', { body: { officer } })),
    onSuccess: ({ token }) => onToken(token),
  });
  if (officers.error) return <Failure error={officers.error} reset={() => void officers.refetch()} />;
  if (!officers.data) return <Loader role="status" aria-label={text('shell.loading')} />;
  return (
    <Stack gap="xs">
      <Text size="sm">{text('shell.demonstration')}</Text>
      {signIn.error && <Failure error={signIn.error} />}
      {officers.data.items.map((officer) => (
        <Button
          key={officer.id}
          variant="default"
          justify="flex-start"
          data-officer={officer.id}
          loading={signIn.isPending && signIn.variables === officer.id}
          onClick={() => signIn.mutate(officer.id)}
        >
          {name(officer)}
        </Button>
      ))}
    </Stack>
  );
}
