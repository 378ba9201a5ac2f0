import { type Due, dueOf, type Owed } from '@vestigo/deadlines';
import type { Instant, RecordedEvent } from '@vestigo/kernel';
import { type ConsentClock, consentClocksOf } from './consent-clocks';
import { type ClockRules, deskClockOf } from './desk-clock';
import { countedEvents, type Hop } from './hop';
import type { TracingRequestEvent } from './tracing-request.events';

/** When a question was put, taken up and answered, as the two desks say each for itself; null where it has not come to that. */
export interface HopClocks {
  readonly submittedAt: Instant;
  readonly receivedAt: Instant | null;
  /** An answer, a refusal or a redirection acknowledges as well. */
  readonly acknowledgedAt: Instant | null;
  /** First word on the substance of the item: an answer, a refusal, a redirection. */
  readonly answeredAt: Instant | null;
  /** Last word on it, supplements and corrections included. */
  readonly lastAnsweredAt: Instant | null;
  /** null where nothing sets a limit, and before receipt. */
  readonly acknowledgeDue: Due | null;
  readonly answerDue: Due | null;
  /** Of the questions for consent that concern the item. */
  readonly consents: readonly ConsentClock[];
}

export function clocksOf(hop: Hop, rules: ClockRules): HopClocks {
  const events = countedEvents(hop);
  const delivered = events.find(({ event }) => event.type === 'RequestDelivered');
  const receivedAt = delivered ? (respondedAt(delivered.event) ?? null) : null;
  const answered = instants(events, (event) => isOnSubstance(event, hop.item));
  const acknowledged = instants(events, ({ type }) => type === 'AcknowledgementReceived' || isReply(type));
  const due = delivered && receivedAt !== null ? dues(hop, rules, receivedAt, delivered.recordedAt) : null;
  return {
    submittedAt: events.find(({ event }) => event.type === 'RequestSubmitted')?.event.occurredAt ?? 0,
    receivedAt,
    acknowledgedAt: least(acknowledged),
    answeredAt: least(answered),
    lastAnsweredAt: least(answered) === null ? null : Math.max(...answered),
    acknowledgeDue: due?.acknowledge ?? null,
    answerDue: due?.answer ?? null,
    consents: consentClocksOf(hop, rules).filter(({ items }) => items.includes(hop.item)),
  };
}

function dues(hop: Hop, rules: ClockRules, receivedAt: Instant, recordedAt: Instant) {
  const { priority, regimes } = hop.request.content;
  const basis = {
    priority,
    regimes,
    receivedAt,
    recordedAt,
    ...deskClockOf(hop, rules),
  };
  return dueOf(basis, rules.profiles, informationOwed(hop.history));
}

/** Each question from when the one desk says it asked until the other says it answered that question (ITI 21). */
function informationOwed(history: Hop['history']): readonly Owed[] {
  const events = history.map(({ event }) => event);
  return events.flatMap((asked) => {
    if (asked.type !== 'InformationRequestReceived') return [];
    const { question, respondedAt: from } = asked.data;
    const settled = events.find(
      (event) =>
        (event.type === 'InformationSupplied' || event.type === 'InformationDeclined') &&
        event.data.question === question,
    );
    return [{ from, to: settled?.occurredAt ?? Infinity }];
  });
}

function isOnSubstance({ type, data }: TracingRequestEvent, item: number): boolean {
  if ('answers' in data) return data.answers.some((answer) => answer.item === item);
  if (type === 'ItemsRefusalReceived') return data.items.includes(item);
  return type === 'RefusalReceived' || type === 'RedirectionReceived';
}

const replies: readonly TracingRequestEvent['type'][] = [
  'AnswerReceived',
  'RefusalReceived',
  'ItemsRefusalReceived',
  'RedirectionReceived',
];
const isReply = (type: TracingRequestEvent['type']) => replies.includes(type);

const respondedAt = ({ data }: TracingRequestEvent) => ('respondedAt' in data ? data.respondedAt : undefined);

function instants(
  events: readonly RecordedEvent<TracingRequestEvent>[],
  counts: (event: TracingRequestEvent) => boolean,
): readonly Instant[] {
  return events.flatMap(({ event }) => (counts(event) ? (respondedAt(event) ?? []) : []));
}

const least = (instants: readonly Instant[]): Instant | null =>
  instants.length === 0 ? null : Math.min(...instants);
