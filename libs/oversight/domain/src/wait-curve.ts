import type { Instant } from '@vestigo/kernel';
import { ClockTally } from './clock-tally';
import type { Waits } from './kaplan-meier';
import { type CountedClock, knownAt } from './known-clock';

/** Waits that came to an end, or were last seen open, on one day after receipt; days without either are left out. */
export interface WaitDay {
  /** Whole days of 86,400 s since receipt: 0 is the first day. */
  readonly day: number;
  readonly ended: number;
  /** Last seen open then: still running at the instant of the figures, or withdrawn. */
  readonly open: number;
  /** Waits that had neither ended nor been lost from sight before this day. */
  readonly atRisk: number;
  /** The share that has ended by the end of the day, by the product-limit estimator of Kaplan and Meier. */
  readonly share: number;
}

/** The waits of requests for one clock in days: those of `pairFigures`, of which it gives the quantiles. */
export function waitsOf(
  rows: Iterable<CountedClock>,
  asOf: Instant,
  clock: 'acknowledgement' | 'answer',
): Waits {
  const tally = new ClockTally(asOf);
  for (const row of rows) {
    const known = knownAt(row, asOf);
    if (known.duplicate || known.receivedAt === null) continue;
    const stoppedAt = clock === 'answer' ? known.respondedAt : known.acknowledgedAt;
    tally.addWait(known.receivedAt, stoppedAt, known.withdrawnAt);
  }
  return tally.waits();
}

/** How waits come to an end day by day; a wait last seen open at the length at which another ended was still at risk then. */
export function waitCurve({ ended, open }: Waits): readonly WaitDay[] {
  const ends = Float64Array.from(ended).sort();
  const lost = Float64Array.from(open).sort();
  const days: WaitDay[] = [];
  let [survival, end, out] = [1, 0, 0];
  while (end < ends.length || out < lost.length) {
    const day = Math.floor(Math.min(ends[end] ?? Infinity, lost[out] ?? Infinity));
    const atRisk = ends.length - end + lost.length - out;
    const [firstEnd, firstOut] = [end, out];
    for (; (ends[end] ?? Infinity) < day + 1; end += 1) {
      const wait = ends[end] ?? 0;
      while ((lost[out] ?? Infinity) < wait) out += 1;
      survival *= 1 - 1 / (ends.length - end + lost.length - out);
    }
    while ((lost[out] ?? Infinity) < day + 1) out += 1;
    days.push({ day, ended: end - firstEnd, open: out - firstOut, atRisk, share: 1 - survival });
  }
  return days;
}
