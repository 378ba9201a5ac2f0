import { Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { Day } from '../language/instants';
import { useText } from '../language/use-text';
import classes from './matters.module.css';
import { distanceTo, toneOf } from './due';

interface DueMarkProps {
  readonly dueAt: string;
  readonly now: number;
}

/** How long a clock still has, or since when it is late: in words; the colour and the sign say it once more. */
export function DueMark({ dueAt, now }: DueMarkProps) {
  const text = useText();
  const intl = useIntl();
  const distance = distanceTo(dueAt, now);
  const tone = toneOf(distance);
  const { unit, count, overdue } = distance;
  const time = intl.formatNumber(count, { style: 'unit', unit, unitDisplay: 'long' });
  const Icon = tone === 'late' ? IconAlertTriangle : IconClock;
  return (
    <span className={classes['due'] ?? ''} data-tone={tone}>
      <Icon size={14} aria-hidden />
      <span>{text(overdue ? 'matters.overdueBy' : 'matters.dueIn', { time })}</span>
      <Text span size="xs" c="dimmed">
        <Day at={dueAt} />
      </Text>
    </span>
  );
}

/** The clock of the answer stands still; the words say who owes what. */
export function SuspendedMark({ children }: { readonly children: string }) {
  return (
    <span className={classes['due'] ?? ''} data-tone="calm">
      <IconPlayerPause size={14} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
