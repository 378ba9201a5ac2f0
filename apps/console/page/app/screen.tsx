import { Box, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { OnPaper } from './on-paper';
import classes from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** Beside the title: what one does here. */
  readonly actions?: ReactNode;
  /** When what is shown was read, in milliseconds: paper says so, with where it was. */
  readonly readAt?: number;
  readonly children: ReactNode;
}

/** One screen: its title, which is also that of the window, and what it shows. */
export function Screen({ title, actions, readAt, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} · Vestigo`;
  }, [title]);
  return (
    <Box className={classes['screen'] ?? ''}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={1} size="h3" tabIndex={-1} className={classes['title'] ?? ''}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
      {readAt !== undefined && <OnPaper readAt={readAt} />}
    </Box>
  );
}
