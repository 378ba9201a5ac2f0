import { Alert, Button, Stack, Text } from '@mantine/core';
import { Failure } from '../app/failure';
import { FreeText } from '../language/free-text';
import { useText } from '../language/use-text';
import { SignInFailed } from './sign-in-failed';

interface SignInFailureProps {
  readonly error: unknown;
  /** Begins anew. */
  readonly reset: () => void;
}

const words = {
  refused: ['sign-in.refused', 'sign-in.refusedDetail'],
  'not-begun': ['sign-in.notBegun', 'sign-in.notBegunDetail'],
  'not-believed': ['sign-in.notBelieved', 'sign-in.notBelievedDetail'],
  away: ['sign-in.away', 'sign-in.awayDetail'],
  faulty: ['sign-in.faulty', 'sign-in.faultyDetail'],
  'not-admitted': ['sign-in.notAdmitted', 'sign-in.notAdmittedDetail'],
} as const;

/** Why a sign-in at the provider came to nothing, and what to do. Words of the provider stand as it says them. */
export function SignInFailure({ error, reset }: SignInFailureProps) {
  const text = useText();
  if (!(error instanceof SignInFailed)) return <Failure error={error} reset={reset} />;
  const [title, detail] = words[error.fault];
  return (
    <Alert role="alert" title={text(title)} color="red" variant="outline" data-sign-in-fault={error.fault}>
      <Stack align="flex-start" gap="sm">
        <Text>{text(detail)}</Text>
        {error.said !== undefined && (
          <Text size="sm">
            <FreeText>{error.said}</FreeText>
          </Text>
        )}
        <Button variant="default" size="xs" onClick={reset}>
          {text('sign-in.again')}
        </Button>
      </Stack>
    </Alert>
  );
}
