import { dayLength, type Due, type Owed, timeOwed } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { type Waits, waitQuantiles } from './kaplan-meier';

/** `share` is null where there is nothing to divide by: "none sent" is not 0 %. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
}

/** One of the two clocks over many requests, as seen at `asOf`. */
export class ClockTally {
  private readonly ended: number[] = [];
  private readonly open: number[] = [];
  private stoppedInTime = 0;
  private stoppedOrDue = 0;
  private stillOverdue = 0;
  private explained = 0;

  constructor(private readonly asOf: Instant) {}

  /**
   * Adds a wait, which is cut short by a withdrawal and otherwise runs until it is stopped. The time in which information was
   * `owed` is left out.
   */
  addWait(
    from: Instant,
    stoppedAt: Instant | null,
    withdrawnAt: Instant | null,
    owed: readonly Owed[] = [],
  ): void {
    const last = withdrawnAt ?? Number.POSITIVE_INFINITY;
    if (stoppedAt !== null && stoppedAt <= last) this.ended.push(days(from, stoppedAt, owed));
    else this.open.push(days(from, Math.min(last, this.asOf), owed));
  }

  /** Adds a clock with a limit; one that still runs tells nothing yet. An act at the due instant itself is late. */
  addLimit(due: Pick<Due, 'at'> | null, stoppedAt: Instant | null, explained = false): void {
    if (due === null) return;
    const elapsed = this.asOf >= due.at;
    if (stoppedAt !== null || elapsed) this.stoppedOrDue += 1;
    if (stoppedAt !== null && stoppedAt < due.at) this.stoppedInTime += 1;
    if (stoppedAt === null && elapsed) {
      this.stillOverdue += 1;
      if (explained) this.explained += 1;
    }
  }

  get overdue(): number {
    return this.stillOverdue;
  }

  onTime(): Share {
    return shareOf(this.stoppedInTime, this.stoppedOrDue);
  }

  /** Of what is overdue: a delay was notified. */
  explainedLate(): Share {
    return shareOf(this.explained, this.stillOverdue);
  }

  /** The waits themselves, in days of 86,400 s. */
  waits(): Waits {
    return { ended: this.ended, open: this.open };
  }

  /** Median and 90th percentile of the waits, in days of 86,400 s. */
  daysWaited(): { readonly median: number | null; readonly p90: number | null } {
    const [median = null, p90 = null] = waitQuantiles(this.waits(), [0.5, 0.9]);
    return { median, p90 };
  }
}

/** null where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function shareOf(numerator: number, denominator: number): Share {
  return { numerator, denominator, share: ratio(numerator, denominator) };
}

/** The clocks of two desks may disagree: nothing waits less than no time. */
function days(from: Instant, to: Instant, owed: readonly Owed[]): number {
  const without = owed.length === 0 ? 0 : timeOwed(owed, from, to);
  return Math.max(0, to - from - without) / dayLength;
}
