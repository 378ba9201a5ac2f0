import { Anchor, Container, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '../language/use-text';

export function NotFound() {
  const text = useText();
  const title = text('shell.notFound');
  useEffect(() => {
    document.title = `${title} · Vestigo`;
  }, [title]);
  return (
    <Container component="main" size="xs" py="xl">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text my="md">{text('shell.notFoundDetail')}</Text>
      <Anchor component={Link} to="/">
        {text('shell.toStart')}
      </Anchor>
    </Container>
  );
}
