import { dueInstant } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { type MatterStatus, REQUESTING_EDGES } from '@vestigo/lifecycle';
import type { KeptRequest } from './hop';
import type { DeskClock } from './tracing-request.events';

/** When a State lets its requests lapse by themselves (8.1); what is absent is off. Days of its desk, each from 1 up. */
export interface LapsePolicy {
  /** Nothing was heard or done on a request that waits for an answer. */
  readonly afterIdleDays?: number;
  /** The State asked waits for information, and is told neither that nor that there is none (ITI 21). */
  readonly afterQuestionDays?: number;
}

/** In force from then on, until the next one is. */
export interface DatedLapsePolicy extends LapsePolicy {
  readonly from: Instant;
}

export interface Lapse {
  /** The first instant at which the request had lapsed. */
  readonly at: Instant;
  readonly reason: string;
}

/**
 * When a request lapsed, or will as long as nothing comes; undefined where no policy of its State makes it. Only one that waits for an answer
 * lapses (8.1: SENT to IN_SEARCH): what is answered is closed by its officers. Days are counted from what was last recorded, and
 * never from before the policy was set, so that a policy makes no request lapse in the past. A policy that is changed governs up to then.
 */
export function lapseOf(
  kept: KeptRequest,
  policies: readonly DatedLapsePolicy[],
  clock: DeskClock,
): Lapse | undefined {
  const { status, parties } = kept.request;
  if (parties.imported || !LAPSABLE.includes(status)) return undefined;
  for (const [index, policy] of policies.entries()) {
    const until = policies[index + 1]?.from ?? Infinity;
    const [first] = lapsesUnder(policy, kept, clock).toSorted((one, other) => one.at - other.at);
    if (first && first.at < until) return first;
  }
  return undefined;
}

/** The statuses in which a request may lapse (8.1). */
export const LAPSABLE: readonly MatterStatus[] = REQUESTING_EDGES.lapse.from;

function lapsesUnder(
  { from, afterIdleDays, afterQuestionDays }: DatedLapsePolicy,
  { request, history }: KeptRequest,
  clock: DeskClock,
): readonly Lapse[] {
  const lapse = (since: Instant, days: number, what: string): Lapse => ({
    at: daysAfter(Math.max(since, from), days, clock),
    reason: `${what} within ${String(days)} days: the State's policy.`,
  });
  const last = history.at(-1);
  const question = history.find(
    ({ event }) =>
      event.type === 'InformationRequestReceived' &&
      request.matter.openQuestions.includes(event.data.question),
  );
  return [
    ...(last && afterIdleDays !== undefined
      ? [lapse(last.recordedAt, afterIdleDays, 'Nothing was heard or done')]
      : []),
    ...(question && afterQuestionDays !== undefined
      ? [lapse(question.recordedAt, afterQuestionDays, 'The information that was asked for was not supplied')]
      : []),
  ];
}

/** The end of the last of so many days at the desk, all of them counted. */
function daysAfter(since: Instant, count: number, { timeZone, weekend }: DeskClock): Instant {
  const limit = { unit: 'calendar-days', count, onClosedDay: 'keep' } as const;
  return dueInstant(since, limit, { timeZone, calendar: { weekend, closures: [] } });
}
