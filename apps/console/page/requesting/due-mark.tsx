import { Text, Tooltip } from '@mantine/core';
import { Day } from '../language/instants';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { LineClock } from './line-clock';

/** A clock in a line: until when it runs and by which rule, or why it stands. Overdue is said in words, not in colour alone. */
export function DueMark({ clock }: { readonly clock: LineClock }) {
  const text = useText();
  const code = useCodes();
  if (clock.kind === 'still') {
    return (
      <Text span size="sm" c="dimmed">
        {text(clock.says)}
      </Text>
    );
  }
  const { at, overdue, regime, nature } = clock;
  return (
    <Tooltip
      label={`${regime} · ${code('nature', nature)}`}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text span size="sm" {...(overdue && { c: 'var(--mantine-color-error)', fw: 700 })}>
        {text(overdue ? 'requesting.overdueSince' : 'requesting.due')} <Day at={at} />
      </Text>
    </Tooltip>
  );
}
