import { Container, Loader, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../app/failure';
import { useText } from '../language/use-text';
import { endSignIn } from './provider';
import { session } from './session';
import { readSettings } from './settings';

/** Where the identity provider sends the officer back to. */
export function SignInReturnScreen() {
  const text = useText();
  const router = useRouter();
  const [error, setError] = useState<unknown>();
  const begun = useRef(false);
  const title = text('shell.signIn');
  useEffect(() => {
    document.title = `${title} · Vestigo`;
  }, [title]);
  useEffect(() => {
    // A code is good for one exchange only.
    if (begun.current) return;
    begun.current = true;
    arrive().then((to) => router.history.replace(to), setError);
  }, [router]);
  return (
    <Container component="main" size="xs" py="xl">
      <Title order={1} size="h3" mb="md">
        {title}
      </Title>
      {error === undefined ? (
        <Loader aria-label={text('shell.loading')} />
      ) : (
        <Failure error={error} reset={() => router.history.replace('/sign-in')} />
      )}
    </Container>
  );
}

/** Gives the screen to go on with. */
async function arrive(): Promise<string> {
  const { signIn } = await readSettings();
  if (signIn.kind !== 'provider') throw new Error('No identity provider is set.');
  const { token, to } = await endSignIn(signIn, new URLSearchParams(location.search));
  if (!session.signIn(token)) throw new Error('The access token is not one of this exchange.');
  return to;
}
