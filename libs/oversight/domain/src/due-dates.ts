import { decodeClockBasis, type DueDates, dueOf, type RegimeProfile } from '@vestigo/deadlines';
import type { RequestClock } from './request-clock';

const nothingDue: DueDates = { acknowledge: null, answer: null };

/**
 * Both due instants of a request, derived anew from its receipt; nothing is due before it is received.
 * Throws `UnreadableClockBasis` when its basis was not written by `encodeClockBasis`.
 */
export function dueDatesOf(row: RequestClock, profiles: readonly RegimeProfile[]): DueDates {
  const { basis, deliveredAt, deliveredRecordedAt } = row;
  if (basis === null || deliveredAt === null || deliveredRecordedAt === null) return nothingDue;
  const { priority, regimes, timeZone, weekend } = decodeClockBasis(basis);
  return dueOf(
    { priority, regimes, timeZone, weekend, receivedAt: deliveredAt, recordedAt: deliveredRecordedAt },
    profiles,
  );
}
