import { Group, Text, Title } from '@mantine/core';
import { FreeText } from '../language/free-text';
import { Instant } from '../language/instants';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import type { Case } from './case.query';
import classes from './responding.module.css';
import { wordsIn } from './trail-words';

type Entry = Case['timeline'][number];

/** The acts of both States in the order in which this desk knows them; the newest last, as a file is read. */
export function CaseTrail({ found }: { readonly found: Case }) {
  const text = useText();
  return (
    <section className={classes['panel'] ?? ''} aria-labelledby="trail">
      <Title order={2} size="h4" id="trail" mb="xs">
        {text('responding.trail')}
      </Title>
      <Entries entries={found.timeline} />
    </section>
  );
}

export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol className={classes['trail'] ?? ''}>
      {entries.map((entry, index) => (
        <li key={index}>
          <TrailEntry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function TrailEntry({ entry }: { readonly entry: Entry }) {
  const text = useText();
  const code = useCodes();
  const { act, what, clause, byState, occurredAt } = entry;
  const { ground, items, expectedOn, words } = wordsIn(entry);
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
      {items.length > 0 && <Text size="sm">{text('responding.onItems', { items: items.join(', ') })}</Text>}
      {ground !== undefined && <Text size="sm">{code('ground', ground)}</Text>}
      {expectedOn !== undefined && (
        <Text size="sm">
          {text('responding.expectedOn')}: {expectedOn}
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
