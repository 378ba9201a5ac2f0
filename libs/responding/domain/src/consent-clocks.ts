import { consentDueOf, decodeClockBasis, type Due, type RegimeProfile } from '@vestigo/deadlines';
import type { Instant, RecordedEvent } from '@vestigo/kernel';
import type { ReceivedCase } from './trace-case';
import type { TraceCaseEvent } from './trace-case.events';

/** A question for consent to onward release, which is a request with an answer and a clock of its own (ITI 15(c)). */
export interface ConsentClock {
  /** Number of the question among those on the request. */
  readonly consent: number;
  /** When this desk received it: the start of its clock. */
  readonly receivedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decision: 'GIVEN' | 'DENIED' | null;
  /** null where nothing sets a limit. */
  readonly due: Due | null;
}

/** The questions that the requesting State asked, in the order in which they came. */
export function consentClocksOf(
  { clockBasis, book }: ReceivedCase,
  history: readonly RecordedEvent<TraceCaseEvent>[],
  profiles: readonly RegimeProfile[],
): readonly ConsentClock[] {
  const counted = new Set(
    book.heard.flatMap((act) => (act.kind === 'ask-consent' ? [act.said.consent] : [])),
  );
  return history.flatMap(({ event, recordedAt }) => {
    // One that came before a word that it follows is not before the desk yet, and one before its request has no clock.
    if (event.type !== 'ConsentRequested' || !event.clock || !counted.has(event.data.consent)) return [];
    const { consent } = event.data;
    const decided = history.map((one) => one.event).find((one) => decides(one, consent));
    const basis = { ...decodeClockBasis(clockBasis), receivedAt: event.occurredAt, recordedAt };
    return [
      {
        consent,
        receivedAt: event.occurredAt,
        decidedAt: decided?.occurredAt ?? null,
        decision: decided ? (decided.type === 'ConsentGiven' ? 'GIVEN' : 'DENIED') : null,
        due: consentDueOf(basis, profiles),
      },
    ];
  });
}

const decides = (event: TraceCaseEvent, consent: number) =>
  (event.type === 'ConsentGiven' || event.type === 'ConsentDenied') && event.data.consent === consent;
