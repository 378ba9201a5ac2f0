import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../language/use-text';

interface TokenFormProps {
  /** False when the token is none. */
  readonly onToken: (token: string) => boolean;
}

/** For services whose operator hands out access tokens. */
export function TokenForm({ onToken }: TokenFormProps) {
  const text = useText();
  const [token, setToken] = useState('');
  const [refused, setRefused] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!onToken(token.trim()));
      }}
    >
      <Stack align="flex-start">
        <Textarea
          w="100%"
          label={text('shell.token')}
          description={text('shell.tokenDetail')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          error={refused ? text('shell.tokenRefused') : undefined}
          autosize
          minRows={3}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button type="submit">{text('shell.signIn')}</Button>
      </Stack>
    </form>
  );
}
