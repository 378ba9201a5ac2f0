import { List, Stack, Text } from '@mantine/core';
import { AnchorLink } from '../app/links';
import { Day, Instant } from '../language/instants';
import { useRuleName } from '../language/rule-name';
import { StateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { Arrow } from './arrow';
import { useActor } from '../sign-in/use-session';
import type { Hop, OwedAct, Trail } from './trace.query';

/** The same as the graph and the bars, in words, hop by hop. */
export function TrailList({ trail: { hops, owed }, asOf }: { readonly trail: Trail; readonly asOf: string }) {
  return (
    <Stack component="ol" gap="sm" m={0} ps="lg">
      {hops.map((hop) => (
        <li key={`${hop.requestId} ${hop.item}`}>
          <HopWords hop={hop} owed={owed.filter(({ hop: number }) => number === hop.number)} asOf={asOf} />
        </li>
      ))}
    </Stack>
  );
}

interface HopWordsProps {
  readonly hop: Hop;
  readonly owed: readonly OwedAct[];
  readonly asOf: string;
}

function HopWords({ hop, owed, asOf }: HopWordsProps) {
  const text = useText();
  const code = useCodes();
  const { requestingState, respondingState, requestId, item, status, result, outcomes, follows } = hop;
  const said = [
    code('status', status),
    ...(result === null ? [] : [code('result', result)]),
    ...outcomes.map((one) => code('outcome', one)),
  ];
  return (
    <>
      <Text size="sm" fw={600}>
        <StateName code={requestingState} />
        <Arrow />
        <StateName code={respondingState} /> · <Matter hop={hop}>{text('trace.item', { item })}</Matter>
      </Text>
      <Text size="sm">
        {said.join(' · ')}
        {follows !== null && ` · ${text('trace.follows', { hop: follows })}`}
      </Text>
      <Instants clocks={hop.clocks} />
      {owed.length > 0 && (
        <List size="sm">
          {owed.map((act) => (
            <List.Item key={`${requestId} ${act.act} ${act.towards ?? ''}`}>
              <Owed act={act} asOf={asOf} />
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** To the request or the case, where the reader has a part in it. */
function Matter({ hop, children }: { readonly hop: Hop; readonly children: string }) {
  const { state } = useActor();
  const { requestId: id, requestingState } = hop;
  if (state !== requestingState) return children;
  return (
    <AnchorLink to="/requests/$id" params={{ id }} size="sm">
      {children}
    </AnchorLink>
  );
}

function Instants({ clocks }: Pick<Hop, 'clocks'>) {
  const text = useText();
  const said = [
    ['submitted', clocks.submittedAt],
    ['received', clocks.receivedAt],
    ['acknowledged', clocks.acknowledgedAt],
    ['answered', clocks.answeredAt],
  ] as const;
  return (
    <Text size="sm" c="dimmed">
      {said.map(
        ([kind, at]) =>
          at !== null && (
            <span key={kind}>
              {text(`trace.${kind}`)} <Day at={at} />.{' '}
            </span>
          ),
      )}
    </Text>
  );
}

interface OwedProps {
  readonly act: OwedAct;
  readonly asOf: string;
}

/** Who owes what, to whom it is owed, and until when. */
export function Owed({ act: { act, state, towards, due }, asOf }: OwedProps) {
  const text = useText();
  const code = useCodes();
  const ruleName = useRuleName();
  return (
    <>
      <b>
        <StateName code={state} />
      </b>
      : {code('owed', act)}
      {towards !== undefined && (
        <>
          {' '}
          (<StateName code={towards} />)
        </>
      )}
      {due && (
        <>
          {' · '}
          {due.at === null ? text('trace.still') : <DueAt at={due.at} asOf={asOf} />} ({ruleName(due)})
        </>
      )}
    </>
  );
}

function DueAt({ at, asOf }: { readonly at: string; readonly asOf: string }) {
  const text = useText();
  const overdue = Date.parse(at) <= Date.parse(asOf);
  return (
    <Text span size="sm" {...(overdue && { c: 'var(--mantine-color-error)', fw: 700 })}>
      {text(overdue ? 'trace.overdueSince' : 'trace.due')} <Instant at={at} />
    </Text>
  );
}
