import { consentDueOf, type Due } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { countedEvents, type KeptRequest } from './hop';
import { type ClockRules, deskClockOf } from './desk-clock';

/** A question for consent to onward release, which is a request with an answer and a clock of its own (ITI 15(c)). */
export interface ConsentClock {
  /** Number of the question among those on the request. */
  readonly consent: number;
  /** Numbers of the items whose answers are to be handed on. */
  readonly items: readonly number[];
  readonly askedAt: Instant;
  /** When the State asked says it received the question: the clock runs from there. null until it has said so. */
  readonly receivedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decision: 'GIVEN' | 'DENIED' | null;
  /** null where nothing sets a limit, and before receipt. */
  readonly due: Due | null;
}

/** The questions of a request in the order in which they were asked. */
export function consentClocksOf(kept: KeptRequest, rules: ClockRules): readonly ConsentClock[] {
  const events = countedEvents(kept);
  return events.flatMap(({ event: asked }) => {
    if (asked.type !== 'ConsentAsked') return [];
    const { consent, items } = asked.data;
    const about = events.filter(({ event: { data } }) => 'consent' in data && data.consent === consent);
    const received = about.find(({ event }) => event.type === 'ConsentQuestionDelivered');
    const decided = about.map(({ event }) => event).find(({ type }) => decisions[type] !== undefined);
    const receivedAt = received ? heardAt(received.event.data) : null;
    return [
      {
        ...{ consent, items, askedAt: asked.occurredAt, receivedAt },
        decidedAt: decided ? heardAt(decided.data) : null,
        decision: decided ? (decisions[decided.type] ?? null) : null,
        due: received && receivedAt !== null ? dueOf(kept, rules, receivedAt, received.recordedAt) : null,
      },
    ];
  });
}

const decisions: Readonly<Partial<Record<string, 'GIVEN' | 'DENIED'>>> = {
  ConsentReceived: 'GIVEN',
  ConsentDenialReceived: 'DENIED',
};

const heardAt = (data: object): Instant | null =>
  'respondedAt' in data && typeof data.respondedAt === 'number' ? data.respondedAt : null;

function dueOf(kept: KeptRequest, rules: ClockRules, receivedAt: Instant, recordedAt: Instant): Due | null {
  const { priority, regimes } = kept.request.content;
  const basis = { priority, regimes, receivedAt, recordedAt, ...deskClockOf(kept, rules) };
  return consentDueOf(basis, rules.profiles);
}
