import { decodeClockBasis, type Due, type DueDates, dueOf, type RegimeProfile } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { firstOf, isLapsed } from './noted-acts';
import { informationOwed, questionInstants } from './owed-information';
import type { RequestClock } from './request-clock';

/** What the due instants of a request are derived from. */
export type DatedClock = Pick<
  RequestClock,
  'basis' | 'deliveredAt' | 'deliveredRecordedAt' | 'requestingActs' | 'respondingActs'
>;

const nothingDue: DueDates = { acknowledge: null, answer: null };

/**
 * Both due instants of a request, derived anew from its receipt and from what was known at `asOf` of information that was
 * owed; nothing is due before it is received. Throws `UnreadableClockBasis` when its basis was not written by `encodeClockBasis`.
 */
export function dueDatesOf(
  row: DatedClock,
  profiles: readonly RegimeProfile[],
  asOf: Instant = Infinity,
): DueDates {
  const { basis, deliveredAt, deliveredRecordedAt } = row;
  if (basis === null || deliveredAt === null || deliveredRecordedAt === null) return nothingDue;
  const { priority, regimes, timeZone, weekend } = decodeClockBasis(basis);
  return dueOf(
    { priority, regimes, timeZone, weekend, receivedAt: deliveredAt, recordedAt: deliveredRecordedAt },
    profiles,
    informationOwed(row, asOf),
  );
}

/**
 * When the clocks of a request ran out, or will: for each the due instant by what was known then. What is told after a clock
 * ran out does not undo that, however far back it is dated; null where it is suspended, or was set aside before.
 */
export function watchedDatesOf(row: DatedClock, profiles: readonly RegimeProfile[]): DueDates {
  const { acknowledge, answer } = datesWhenDue(row, profiles);
  const setAside = setAsideRecordedAt(row);
  const watched = (due: Due | null) => (due && due.at < Infinity && due.at <= setAside ? due : null);
  return { acknowledge: watched(acknowledge), answer: watched(answer) };
}

/** The first instants at which what was known by then had run out. Finite ones only grow as more becomes known. */
function datesWhenDue(row: DatedClock, profiles: readonly RegimeProfile[]): DueDates {
  let known = -Infinity;
  for (const next of questionInstants(row)) {
    const dates = dueDatesOf(row, profiles, known);
    if (dates.answer && dates.answer.at <= next) return dates;
    known = next;
  }
  return dueDatesOf(row, profiles);
}

/** When it became known that the request is not for this desk, or that the same recovery is traced already. */
function setAsideRecordedAt({ requestingActs, respondingActs }: DatedClock): Instant {
  return Math.min(
    firstOf(requestingActs, 'RequestMarkedDuplicate', Infinity)?.recordedAt ?? Infinity,
    firstOf(respondingActs, 'CaseRedirected', Infinity)?.recordedAt ?? Infinity,
  );
}

/**
 * The due instants of the clocks that run, as far as is known: none of a request that is set aside or lapsed, and Infinity while the clock
 * stands still.
 */
export function runningDatesOf(row: DatedClock, profiles: readonly RegimeProfile[]): DueDates {
  if (setAsideRecordedAt(row) < Infinity || isLapsed(row.requestingActs, Infinity)) return nothingDue;
  return dueDatesOf(row, profiles);
}
