import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '../app/failure';
import { useText } from '../language/use-text';
import { beginSignIn } from './provider';

interface ProviderDoorProps {
  readonly provider: Parameters<typeof beginSignIn>[0];
  /** The screen that was asked for. */
  readonly to: string;
}

export function ProviderDoor({ provider, to }: ProviderDoorProps) {
  const text = useText();
  const leave = useMutation({ mutationFn: () => beginSignIn(provider, to) });
  return (
    <Stack>
      {leave.error && <Failure error={leave.error} />}
      <Button loading={leave.isPending} onClick={() => leave.mutate()}>
        {text('shell.signInAtProvider')}
      </Button>
    </Stack>
  );
}
