import { Text } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { Instant } from '../language/instants';
import { useActor } from '../sign-in/use-session';
import { useActorName } from '../sign-in/actor-name';
import classes from './screen.module.css';

/** Whoever holds the sheet knows when it was read, by whom, and where it can be read as it stands now. */
export function OnPaper({ readAt }: { readonly readAt: number }) {
  const name = useActorName()(useActor());
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const at = new Date(readAt).toISOString();
  return (
    <Text size="xs" mt="md" data-as-of={at} className={classes['onPaper'] ?? ''}>
      <FormattedMessage
        id="shell.onPaper"
        values={{
          at: <Instant at={at} />,
          name,
          address: <bdi dir="ltr">{`${location.origin}${pathname}`}</bdi>,
        }}
      />
    </Text>
  );
}
