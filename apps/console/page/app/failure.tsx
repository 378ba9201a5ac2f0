import { Alert, Button, Stack, Text } from '@mantine/core';
import { Refused, Unreachable } from '../api/problem';
import { useText } from '../language/use-text';

interface FailureProps {
  readonly error: unknown;
  /** Tries again. */
  readonly reset?: () => void;
}

/** Why something could not be shown, in words, and what to do about it. What the service says is shown as it says it. */
export function Failure({ error, reset }: FailureProps) {
  const text = useText();
  const title = error instanceof Unreachable ? text('shell.unreachable') : text('shell.failed');
  const detail = error instanceof Unreachable ? text('shell.unreachableDetail') : text('shell.failedDetail');
  return (
    <Alert role="alert" title={title} color="red" variant="outline" m="md">
      <Stack align="flex-start" gap="sm">
        {error instanceof Refused ? (
          <Text dir="auto" lang="en">
            {error.problem.detail}
          </Text>
        ) : (
          <Text>{detail}</Text>
        )}
        {reset && (
          <Button variant="default" size="xs" onClick={reset}>
            {text('shell.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
