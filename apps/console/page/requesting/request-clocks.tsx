import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { Instant } from '../language/instants';
import { useRuleName } from '../language/rule-name';
import { useText } from '../language/use-text';
import { type RequestDetail, traceQuery } from './request.query';

type Due = Schemas['DueDetail'];

/** Both clocks of a request, what they are counted from, and why they stand where they do. */
export function RequestClocks({ request }: { readonly request: RequestDetail }) {
  const text = useText();
  const { data } = useQuery({ ...traceQuery(request.id), enabled: request.matter !== undefined });
  const hop = data?.trails.flatMap(({ hops }) => hops).find(({ requestId }) => requestId === request.id);
  if (!data || !hop) return <Text size="sm">{text('requesting.clockNotReceived')}</Text>;
  const { receivedAt, acknowledgedAt, answeredAt, acknowledgeDue, answerDue } = hop.clocks;
  return (
    <List size="sm" spacing={4} listStyleType="none">
      <List.Item>
        {receivedAt === null ? (
          text('requesting.clockNotReceived')
        ) : (
          <>
            {text('requesting.countedFrom')} <Instant at={receivedAt} />
          </>
        )}
      </List.Item>
      <Clock
        name={text('requesting.acknowledgementClock')}
        done={acknowledgedAt}
        due={acknowledgeDue}
        asOf={data.asOf}
      />
      <Clock name={text('requesting.answerClock')} done={answeredAt} due={answerDue} asOf={data.asOf} />
      {request.matter?.delayed === true && <List.Item>{text('requesting.delayed')}</List.Item>}
    </List>
  );
}

interface ClockProps {
  readonly name: string;
  /** When what it waits for was done. */
  readonly done: string | null;
  readonly due: Due | null;
  readonly asOf: string;
}

function Clock({ name, done, due, asOf }: ClockProps) {
  const text = useText();
  return (
    <List.Item>
      <b>{name}:</b> {done === null ? <Running due={due} asOf={asOf} /> : <DoneAt at={done} due={due} />}
      {due && (
        <Text span size="sm" c="dimmed">
          {' '}
          <Rule due={due} />
        </Text>
      )}
      {!due && done === null && text('requesting.noLimit')}
    </List.Item>
  );
}

function Running({ due, asOf }: { readonly due: Due | null; readonly asOf: string }): ReactNode {
  const text = useText();
  if (!due) return null;
  if (due.at === null) return text('requesting.clockOwed');
  const overdue = Date.parse(due.at) <= Date.parse(asOf);
  return (
    <Text span size="sm" {...(overdue && { c: 'var(--mantine-color-error)', fw: 700 })}>
      {text(overdue ? 'requesting.overdueSince' : 'requesting.due')} <Instant at={due.at} />
    </Text>
  );
}

function DoneAt({ at, due }: { readonly at: string; readonly due: Due | null }) {
  const text = useText();
  const dueAt = due?.at ?? null;
  const late = dueAt !== null && Date.parse(at) >= Date.parse(dueAt);
  return (
    <>
      {text(late ? 'requesting.doneLate' : 'requesting.done')} <Instant at={at} />
    </>
  );
}

const Rule = ({ due }: { readonly due: Due }) => `(${useRuleName()(due)})`;
