import type { Instant } from '@vestigo/kernel';
import type { RequestClock } from './request-clock';

export type Outcome = 'full' | 'partial' | 'refused' | 'unanswered';

/** What was known of a request at some instant. */
export interface KnownClock {
  readonly submitted: boolean;
  readonly receivedAt: Instant | null;
  /** An answer or a refusal acknowledges as well. */
  readonly acknowledgedAt: Instant | null;
  /** First answer or refusal. */
  readonly respondedAt: Instant | null;
  /** Only when it was withdrawn before any response: withdrawing what was answered undoes no answer. */
  readonly withdrawnAt: Instant | null;
  readonly outcome: Outcome;
  /** An answer in full that found nothing. */
  readonly negative: boolean;
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
>;

/** Leaves out every fact that was recorded after `asOf`, whenever it is said to have happened. */
export function knownAt(row: CountedClock, asOf: Instant): KnownClock {
  const known = (at: Instant | null, recordedAt: Instant | null) =>
    recordedAt !== null && recordedAt <= asOf ? at : null;
  const answeredAt = known(row.answeredAt, row.answeredRecordedAt);
  const refusedAt = known(row.refusedAt, row.refusedRecordedAt);
  const respondedAt = earlier(answeredAt, refusedAt);
  const withdrawnAt = known(row.withdrawnAt, row.withdrawnRecordedAt);
  const unansweredThen = withdrawnAt !== null && (respondedAt === null || withdrawnAt < respondedAt);
  return {
    submitted: known(row.submittedAt, row.submittedRecordedAt) !== null,
    receivedAt: known(row.deliveredAt, row.deliveredRecordedAt),
    acknowledgedAt: earlier(known(row.acknowledgedAt, row.acknowledgedRecordedAt), respondedAt),
    respondedAt,
    withdrawnAt: unansweredThen ? withdrawnAt : null,
    outcome: outcomeOf(row, answeredAt, refusedAt),
    negative: answeredAt !== null && row.answerClass === 'NEGATIVE',
  };
}

/** An answer that follows a refusal takes its place. */
function outcomeOf(row: CountedClock, answeredAt: Instant | null, refusedAt: Instant | null): Outcome {
  if (answeredAt !== null) return row.answerClass === 'PARTIAL' ? 'partial' : 'full';
  return refusedAt === null ? 'unanswered' : 'refused';
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
