import { Stack, Text } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { Instant } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import type { Schemas } from '../api/client';
import { recordOf, textAt } from './writing';

type Entry = Schemas['TimelineEntry'];

/** What both desks have done, oldest first, with the clause on which it rests. */
export function TimelineList({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {entries.map((entry, index) => (
        <TimelineLine key={index} entry={entry} />
      ))}
    </Stack>
  );
}

const words = ['/text', '/information', '/reason', '/purpose', '/terms'];
const ofCode = [
  ['/ground', 'ground'],
  ['/conclusion', 'conclusion'],
  ['/answerClass', 'result'],
] as const;

function TimelineLine({
  entry: { act, what, occurredAt, byState, clause, said },
}: {
  readonly entry: Entry;
}) {
  const code = useCodes();
  const shown = recordOf(said);
  const codes = ofCode.flatMap(([place, kind]) => {
    const value = textAt(shown, place);
    return value === '' ? [] : [code(kind, value)];
  });
  return (
    <li>
      <Text size="sm">
        <Instant at={occurredAt} /> · {byState !== null && <StateName code={byState} />}
        {byState !== null && ' · '}
        <b>{act === undefined ? code('event', what) : code('act', act)}</b>
        {codes.length > 0 && `: ${codes.join(', ')}`}
        {clause !== undefined && (
          <Text span c="dimmed" size="sm">
            {' '}
            ({clause})
          </Text>
        )}
      </Text>
      {words.map((place) => {
        const value = textAt(shown, place);
        return (
          value !== '' && (
            <Text key={place} size="sm" ps="md">
              <FreeText>{value}</FreeText>
            </Text>
          )
        );
      })}
    </li>
  );
}
