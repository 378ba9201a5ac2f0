import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { FreeText } from '../language/free-text';
import { Instant } from '../language/instants';
import { useRuleName } from '../language/rule-name';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { DueMark } from './due-mark';
import { type ConsentQuestion, standingOf } from './consent-standing';

interface ConsentClocksProps {
  readonly questions: readonly ConsentQuestion[];
  /** The State that answered, and decides. */
  readonly respondingState: string;
  readonly now: number;
}

/** Each question for consent to onward release is a request of its own: who owes the decision, until when, and why then. */
export function ConsentClocks({ questions, respondingState, now }: ConsentClocksProps) {
  const text = useText();
  return (
    <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {questions.map((question) => (
        <li key={question.clock.consent}>
          <Question question={question} respondingState={respondingState} now={now} />
        </li>
      ))}
      <Text component="li" size="xs" c="dimmed">
        {text('matters.consentWhy')}
      </Text>
    </Stack>
  );
}

interface QuestionProps extends Omit<ConsentClocksProps, 'questions'> {
  readonly question: ConsentQuestion;
}

function Question({ question: { clock, items, recipient }, respondingState, now }: QuestionProps) {
  const text = useText();
  // A recipient that is a State is told by its code.
  const name = useStateName();
  const state = name(respondingState);
  const { consent: number, askedAt, receivedAt, due } = clock;
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {text('matters.consentTitle', { number })}
        {items.length > 0 && ` · ${text('matters.consentItems', { items: items.join(', ') })}`}
      </Text>
      {recipient !== undefined && (
        <Text size="sm">
          <FreeText>{name(recipient)}</FreeText>
        </Text>
      )}
      <Standing clock={clock} state={state} now={now} />
      {askedAt !== null && <Line says={text('matters.consentAsked')} at={askedAt} />}
      {receivedAt !== null && <Line says={text('matters.consentReceived')} at={receivedAt} />}
      {due !== null && due.at !== null && (
        <Line says={text('matters.consentLateFrom')} at={due.at}>
          <Rule due={due} />
        </Line>
      )}
    </Stack>
  );
}

interface StandingProps {
  readonly clock: ConsentQuestion['clock'];
  readonly state: string;
  readonly now: number;
}

function Standing({ clock, state, now }: StandingProps) {
  const text = useText();
  const code = useCodes();
  const standing = standingOf(clock);
  switch (standing.kind) {
    case 'on-its-way':
      return <Text size="sm">{text('matters.consentOnItsWay', { state })}</Text>;
    case 'owed':
      return (
        <>
          <Text size="sm">{text('matters.consentOwed', { state })}</Text>
          {standing.dueAt === null ? (
            <Text size="sm">{text('matters.consentNoLimit')}</Text>
          ) : (
            <DueMark dueAt={standing.dueAt} now={now} />
          )}
        </>
      );
    case 'decided':
      return (
        <Text size="sm">
          <b>{code('act', standing.given ? 'give-consent' : 'deny-consent')}</b> ·{' '}
          <Text span size="sm" {...(standing.late && { c: 'var(--mantine-color-error)', fw: 600 })}>
            {text(standing.late ? 'matters.consentLate' : 'matters.consentInTime')}
          </Text>
          <br />
          {text('matters.consentDecidedOn')} <Instant at={standing.at} />
        </Text>
      );
  }
}

interface LineProps {
  readonly says: string;
  readonly at: string;
  readonly children?: ReactNode;
}

const Line = ({ says, at, children }: LineProps) => (
  <Text size="sm">
    {says} <Instant at={at} />
    {children}
  </Text>
);

function Rule({ due }: { readonly due: Schemas['DueDetail'] }) {
  return (
    <Text span size="xs" c="dimmed">
      {' '}
      ({useRuleName()(due)})
    </Text>
  );
}
