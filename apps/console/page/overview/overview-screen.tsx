import { Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Screen } from '../app/screen';
import { useText } from '../language/use-text';
import classes from './overview.module.css';
import { useOverview } from './use-overview';

const views = [
  { to: '/overview', label: 'overview.pairs' },
  { to: '/overview/due', label: 'overview.due' },
  { to: '/overview/figures', label: 'overview.figures' },
  { to: '/overview/map', label: 'overview.map' },
  { to: '/overview/report', label: 'overview.report' },
] as const;

interface OverviewScreenProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One view of the overview; the others are told what this one shows. */
export function OverviewScreen({ title, actions, children }: OverviewScreenProps) {
  const text = useText();
  const { search } = useOverview();
  return (
    <Screen
      title={title}
      actions={
        <Group gap="xs" data-not-printed>
          {actions}
        </Group>
      }
    >
      <nav aria-label={text('overview.views')} className={classes['views']} data-not-printed>
        {views.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            search={search}
            activeOptions={{ exact: true, includeSearch: false }}
            className={classes['view'] ?? ''}
          >
            {text(label)}
          </Link>
        ))}
      </nav>
      <Stack gap="md">{children}</Stack>
    </Screen>
  );
}
