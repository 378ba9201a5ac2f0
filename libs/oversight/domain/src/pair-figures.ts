import type { Clock, Due } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { ClockTally, ratio, type Share } from './clock-tally';
import { type CountedClock, knownAt } from './known-clock';

/** What one State asked of another, as it was known at an instant. */
export interface PairFigures {
  readonly asOf: Instant;
  readonly submitted: number;
  /** N of every rate: received by the responder, no duplicate, and not withdrawn while unanswered. */
  readonly delivered: number;
  /** Withdrawn while unanswered, and so outside N, whether received before or not. */
  readonly withdrawn: number;
  /** The same recovery is traced already: outside N, whatever became of it, and counted in `submitted` alone. */
  readonly duplicates: number;
  /** Of N: taken over from elsewhere. */
  readonly imported: number;
  /** An answer, a refusal or a redirection acknowledges as well. */
  readonly acknowledged: number;
  /** All asked was answered and nothing restricted, or the registers hold nothing. */
  readonly answeredInFull: number;
  /** Of `answeredInFull`: nothing was found. */
  readonly negative: number;
  readonly answeredInPart: number;
  /** Refused and not answered since. In full + in part + refused + unanswered = N. */
  readonly refused: number;
  readonly unanswered: number;
  /** Of `unanswered`: the responder named another body that is competent. */
  readonly redirected: number;
  /** Of `unanswered`: given up for now, without any word of the responder. A later answer counts. */
  readonly lapsed: number;
  /** Shares of N, all null when N is 0. `answered` is in full or in part. */
  readonly rates: Readonly<Record<Rate, number | null>>;
  /** Due and not acknowledged. */
  readonly overdueAcknowledgement: number;
  /** Due and neither answered nor refused nor redirected. */
  readonly overdue: number;
  /** Of `overdue`: with a notice of the delay and its reason (ITI 23). */
  readonly explainedLate: Share;
  /** Acknowledged before the due instant, of those acknowledged or due by now; without limit in neither. */
  readonly acknowledgedOnTime: Share;
  /** The same of responses: grounds given in time are a response in time. */
  readonly onTime: Share;
  /** Days of 86,400 s from receipt, by Kaplan-Meier; null when fewer than that share have come to an end. */
  readonly medianDaysToAcknowledge: number | null;
  readonly p90DaysToAcknowledge: number | null;
  /** To the first answer, refusal or redirection, since each ends the requester's wait for word. */
  readonly medianDaysToAnswer: number | null;
  readonly p90DaysToAnswer: number | null;
  /** The same without the time in which the requester owed information, whatever the regime says of it. */
  readonly medianNetDaysToAnswer: number | null;
  readonly p90NetDaysToAnswer: number | null;
  /** N is below 5: too few to rank by. */
  readonly smallSample: boolean;
}

export type Rate =
  'acknowledged' | 'answered' | 'answeredInFull' | 'answeredInPart' | 'refused' | 'unanswered';

/** The first instant at which each clock is late, by what was known as of the figures; null where nothing sets a limit. */
export type DueInstants = Readonly<Record<Clock, Pick<Due, 'at'> | null>>;

const fewest = 5;

/**
 * Figures of one ordered pair of States. `asOf` cuts on recorded instants, so that any past table can be made again, and is included
 * everywhere: what was recorded in that millisecond counts, and a clock that is due in it has run out. Open
 * requests count in the waits as censored then, withdrawn ones as censored at their withdrawal.
 */
export function pairFigures<Row extends CountedClock>(
  rows: Iterable<Row>,
  asOf: Instant,
  due: (row: Row) => DueInstants,
): PairFigures {
  const acknowledgement = new ClockTally(asOf);
  const response = new ClockTally(asOf);
  const net = new ClockTally(asOf);
  const outcomes = { full: 0, partial: 0, refused: 0, unanswered: 0 };
  let [submitted, delivered, withdrawn, imported, acknowledged, negative] = [0, 0, 0, 0, 0, 0];
  let [duplicates, redirected, lapsed] = [0, 0, 0];
  let owed = false;
  for (const row of rows) {
    const clock = knownAt(row, asOf);
    if (clock.submitted) submitted += 1;
    if (clock.duplicate) {
      duplicates += 1;
      continue;
    }
    if (clock.withdrawnAt !== null) withdrawn += 1;
    if (clock.receivedAt === null) continue;
    acknowledgement.addWait(clock.receivedAt, clock.acknowledgedAt, clock.withdrawnAt);
    response.addWait(clock.receivedAt, clock.respondedAt, clock.withdrawnAt);
    if (clock.owed.length > 0) owed = true;
    net.addWait(clock.receivedAt, clock.respondedAt, clock.withdrawnAt, clock.owed);
    if (clock.withdrawnAt !== null) continue;
    const limits = due(row);
    acknowledgement.addLimit(limits.acknowledge, clock.acknowledgedAt);
    response.addLimit(limits.answer, clock.respondedAt, clock.explained);
    delivered += 1;
    if (row.imported) imported += 1;
    if (clock.acknowledgedAt !== null) acknowledged += 1;
    if (clock.negative) negative += 1;
    outcomes[clock.outcome] += 1;
    if (clock.outcome === 'unanswered' && clock.redirected) redirected += 1;
    if (clock.respondedAt === null && clock.lapsed) lapsed += 1;
  }
  const { full, partial, refused, unanswered } = outcomes;
  const [toAcknowledge, toAnswer] = [acknowledgement.daysWaited(), response.daysWaited()];
  const netToAnswer = owed ? net.daysWaited() : toAnswer;
  return {
    asOf,
    submitted,
    delivered,
    withdrawn,
    duplicates,
    imported,
    acknowledged,
    answeredInFull: full,
    negative,
    answeredInPart: partial,
    refused,
    unanswered,
    redirected,
    lapsed,
    rates: {
      acknowledged: ratio(acknowledged, delivered),
      answered: ratio(full + partial, delivered),
      answeredInFull: ratio(full, delivered),
      answeredInPart: ratio(partial, delivered),
      refused: ratio(refused, delivered),
      unanswered: ratio(unanswered, delivered),
    },
    overdueAcknowledgement: acknowledgement.overdue,
    overdue: response.overdue,
    explainedLate: response.explainedLate(),
    acknowledgedOnTime: acknowledgement.onTime(),
    onTime: response.onTime(),
    medianDaysToAcknowledge: toAcknowledge.median,
    p90DaysToAcknowledge: toAcknowledge.p90,
    medianDaysToAnswer: toAnswer.median,
    p90DaysToAnswer: toAnswer.p90,
    medianNetDaysToAnswer: netToAnswer.median,
    p90NetDaysToAnswer: netToAnswer.p90,
    smallSample: delivered < fewest,
  };
}
