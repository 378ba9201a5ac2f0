import { consentDueOf, decodeClockBasis, type Due, type RegimeProfile } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import type { RecordFallenDue } from './deadline-ledger';
import type { NotedAct } from './noted-acts';
import type { RequestClock } from './request-clock';

/** The clock of one question for consent to onward release, which is a request with an answer of its own (ITI 15(c)). */
export interface ConsentClock {
  /** Number of the question among those on the request. */
  readonly consent: number;
  /** When the requesting desk says it asked; null where it has not said so. Nothing is counted from it. */
  readonly askedAt: Instant | null;
  /** When the State asked says it received the question: the clock is counted from it. */
  readonly receivedAt: Instant;
  /** When it was given or denied. */
  readonly decidedAt: Instant | null;
  readonly decidedRecordedAt: Instant | null;
  /** It is recorded that the clock ran out. */
  readonly fellDue: boolean;
  /** null where nothing sets a limit, and while the receipt of the request itself is not known. */
  readonly due: Due | null;
}

const noClocks: readonly ConsentClock[] = [];

/** The clocks of the questions for consent that the State asked has received, in the order of their receipt. */
export function consentClocksOf(
  row: RequestClock,
  profiles: readonly RegimeProfile[],
): readonly ConsentClock[] {
  const { requestingActs, respondingActs, consentsFellDue } = row;
  if (respondingActs.length === 0) return noClocks;
  return respondingActs
    .filter(({ type }) => type === 'ConsentRequested')
    .map((received) => {
      const { code, occurredAt: receivedAt } = received;
      const asked = requestingActs.find((act) => act.type === 'ConsentAsked' && act.code === code);
      const decided = respondingActs.find((act) => isDecision(act) && act.code === code);
      return {
        consent: Number(code),
        askedAt: asked?.occurredAt ?? null,
        receivedAt,
        decidedAt: decided?.occurredAt ?? null,
        decidedRecordedAt: decided?.recordedAt ?? null,
        fellDue: consentsFellDue.includes(Number(code)),
        due: dueOf(row, received, profiles),
      };
    });
}

const isDecision = ({ type }: NotedAct) => type === 'ConsentGiven' || type === 'ConsentDenied';

function dueOf(
  { basis }: RequestClock,
  { occurredAt: receivedAt, recordedAt }: NotedAct,
  profiles: readonly RegimeProfile[],
): Due | null {
  if (basis === null) return null;
  return consentDueOf({ ...decodeClockBasis(basis), receivedAt, recordedAt }, profiles);
}

/**
 * The due instant of a clock that ran out, or will, without this being recorded: null where the question was decided by what had
 * been recorded before, and for imported requests, whose clocks were never watched. What becomes of the request changes nothing:
 * whoever closed it may still wait for leave to ask further.
 */
export function watchedConsentDue(
  { imported }: Pick<RequestClock, 'imported'>,
  { due, fellDue, decidedRecordedAt }: ConsentClock,
): Due | null {
  if (imported || fellDue || due === null) return null;
  return decidedRecordedAt !== null && decidedRecordedAt < due.at ? null : due;
}

/** What is to be recorded at `now` of questions for consent, in the order of their receipt; by the rule of `fallenDue`. */
export function consentsFallenDue(
  row: RequestClock,
  profiles: readonly RegimeProfile[],
  now: Instant,
): readonly RecordFallenDue[] {
  const { requestId, requestingState, respondingState } = row;
  const request = { requestId, requestingState, respondingState };
  return consentClocksOf(row, profiles).flatMap((clock): readonly RecordFallenDue[] => {
    const { consent } = clock;
    const due = watchedConsentDue(row, clock);
    if (due === null || due.at > now) return [];
    return [
      { type: 'RecordFallenDue', clock: 'consent', consent, request, dueAt: due.at, regime: due.regime },
    ];
  });
}
