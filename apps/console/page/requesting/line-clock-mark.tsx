import { Text } from '@mantine/core';
import { useText } from '../language/use-text';
import { DueMark, SuspendedMark } from '../matters/due-mark';
import type { LineClock } from './line-clock';

/** A clock in a line: how long it still runs, or why it does not. */
export function LineClockMark({ clock, now }: { readonly clock: LineClock; readonly now: number }) {
  const text = useText();
  switch (clock.kind) {
    case 'due':
      return <DueMark dueAt={clock.at} now={now} />;
    case 'suspended':
      return <SuspendedMark>{text('requesting.clockOwed')}</SuspendedMark>;
    case 'still':
      return (
        <Text span size="sm" c="dimmed">
          {text(clock.says)}
        </Text>
      );
  }
}
