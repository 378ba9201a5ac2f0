import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../language/use-text';
import { beginSignIn } from './provider';
import type { Provider } from './settings';
import { SignInFailure } from './sign-in-failure';

interface ProviderDoorProps {
  readonly provider: Provider;
  /** The screen that was asked for. */
  readonly to: string;
}

export function ProviderDoor({ provider, to }: ProviderDoorProps) {
  const text = useText();
  // Whether there is a link is for the provider to say: offline, too, the officer is told why nothing happens.
  const leave = useMutation({ mutationFn: () => beginSignIn(provider, to), networkMode: 'always' });
  if (leave.error) return <SignInFailure error={leave.error} reset={() => leave.mutate()} />;
  return (
    <Stack>
      <Button loading={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
        {text('shell.signInAtProvider')}
      </Button>
    </Stack>
  );
}
