import type { Owed } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { firstOf, isLapsed } from './noted-acts';
import { informationOwed } from './owed-information';
import { classKnownAt, type RequestClass } from './request-class';
import type { RequestClock } from './request-clock';

export type Outcome = 'full' | 'partial' | 'refused' | 'unanswered';

/** What was known of a request at some instant. */
export interface KnownClock {
  readonly submitted: boolean;
  readonly receivedAt: Instant | null;
  /** An answer, a refusal or a redirection acknowledges as well. */
  readonly acknowledgedAt: Instant | null;
  /** First answer or refusal, or word that another body is competent. */
  readonly respondedAt: Instant | null;
  /** Only when it was withdrawn before any response: withdrawing what was answered undoes no answer. */
  readonly withdrawnAt: Instant | null;
  readonly outcome: Outcome;
  /** An answer in full that found nothing. */
  readonly negative: boolean;
  /** The same recovery is traced already. */
  readonly duplicate: boolean;
  readonly redirected: boolean;
  readonly lapsed: boolean;
  /** A delay was notified with its reason (ITI 23), which stops no clock. */
  readonly explained: boolean;
  readonly owed: readonly Owed[];
}

/** What a figure needs of a request: when which fact happened and was recorded, and how it was answered. */
export type CountedClock = Pick<
  RequestClock,
  | 'imported'
  | 'submittedAt'
  | 'submittedRecordedAt'
  | 'deliveredAt'
  | 'deliveredRecordedAt'
  | 'acknowledgedAt'
  | 'acknowledgedRecordedAt'
  | 'answeredAt'
  | 'answeredRecordedAt'
  | 'answerClass'
  | 'refusedAt'
  | 'refusedRecordedAt'
  | 'withdrawnAt'
  | 'withdrawnRecordedAt'
  | 'requestingActs'
  | 'respondingActs'
>;

/** Leaves out every fact that was recorded after `asOf`, not at it, whenever it is said to have happened. */
export function knownAt(row: CountedClock, asOf: Instant): KnownClock {
  const known = (at: Instant | null, recordedAt: Instant | null) =>
    recordedAt !== null && recordedAt <= asOf ? at : null;
  const { requestingActs, respondingActs } = row;
  const answeredAt = known(row.answeredAt, row.answeredRecordedAt);
  const refusedAt = known(row.refusedAt, row.refusedRecordedAt);
  const redirectedAt = firstOf(respondingActs, 'CaseRedirected', asOf)?.occurredAt ?? null;
  const respondedAt = earlier(earlier(answeredAt, refusedAt), redirectedAt);
  const withdrawnAt = known(row.withdrawnAt, row.withdrawnRecordedAt);
  const unansweredThen = withdrawnAt !== null && (respondedAt === null || withdrawnAt < respondedAt);
  const requestClass = classKnownAt(row, asOf);
  return {
    submitted: known(row.submittedAt, row.submittedRecordedAt) !== null,
    receivedAt: known(row.deliveredAt, row.deliveredRecordedAt),
    acknowledgedAt: earlier(known(row.acknowledgedAt, row.acknowledgedRecordedAt), respondedAt),
    respondedAt,
    withdrawnAt: unansweredThen ? withdrawnAt : null,
    outcome: outcomes[requestClass],
    negative: requestClass === 'NEGATIVE',
    duplicate: firstOf(requestingActs, 'RequestMarkedDuplicate', asOf) !== undefined,
    redirected: redirectedAt !== null,
    lapsed: isLapsed(requestingActs, asOf),
    explained: firstOf(respondingActs, 'DelayNotified', asOf) !== undefined,
    owed: informationOwed(row, asOf),
  };
}

const outcomes: Readonly<Record<RequestClass, Outcome>> = {
  FULL: 'full',
  NEGATIVE: 'full',
  PARTIAL: 'partial',
  REFUSED: 'refused',
  '': 'unanswered',
};

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
