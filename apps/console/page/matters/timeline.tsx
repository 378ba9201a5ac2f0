import { Group, Text } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { Day, Instant } from '../language/instants';
import { StateName, useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import classes from './matters.module.css';
import { type TimelineEntry, wordsIn } from './timeline-words';

/** The acts of both States with the clause on which each rests, in the order in which this desk knows them; the newest last, as a file is read. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes['trail'] ?? ''}>
      {entries.map((entry, index) => (
        <li key={index}>
          <Act entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Act({ entry }: { readonly entry: TimelineEntry }) {
  const text = useText();
  const code = useCodes();
  const nameOf = useStateName();
  const { act, what, clause, byState, occurredAt } = entry;
  const { codes, items, expectedOn, recipient, words } = wordsIn(entry);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {act === undefined ? code('event', what) : code('act', act)}
        </Text>
        {clause !== undefined && (
          <Text size="xs" c="dimmed">
            {clause}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {byState !== null && (
          <>
            <StateName code={byState} />
            {' · '}
          </>
        )}
        <Instant at={occurredAt} />
      </Text>
      {items.length > 0 && <Text size="sm">{text('matters.onItems', { items: items.join(', ') })}</Text>}
      {codes.map(([kind, said]) => (
        <Text size="sm" key={kind}>
          {code(kind, said)}
        </Text>
      ))}
      {expectedOn !== undefined && (
        <Text size="sm">
          {text('matters.expectedOn')}: <Day at={expectedOn} timeZone="UTC" />
        </Text>
      )}
      {recipient !== undefined && (
        <Text size="sm">
          <FreeText>{nameOf(recipient)}</FreeText>
        </Text>
      )}
      {words.map((said) => (
        <Text size="sm" key={said}>
          <FreeText>{said}</FreeText>
        </Text>
      ))}
    </>
  );
}
