import { Anchor, Container, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text';

export function NotFound() {
  const text = useText();
  return (
    <Container size="xs" py="xl">
      <Title order={1} size="h2">
        {text('shell.notFound')}
      </Title>
      <Text my="md">{text('shell.notFoundDetail')}</Text>
      <Anchor component={Link} to="/">
        {text('shell.toStart')}
      </Anchor>
    </Container>
  );
}
