import type { Schemas } from '../api/client';

type WaitDay = Pick<Schemas['WaitDayView'], 'day' | 'ended' | 'open'>;

/** Days that are drawn one by one; what waited longer stands in one bar behind them, which says so. */
export const LONGEST_DRAWN = 60;

export interface WaitBin {
  /** The first day of the bin; its only one, unless it is the last. */
  readonly day: number;
  readonly ended: number;
  readonly open: number;
}

/** One bin for each day, also for those on which nothing came to an end, so that equal steps are equal times. */
export function waitBins(days: readonly WaitDay[]): readonly WaitBin[] {
  const last = Math.min(LONGEST_DRAWN, days.at(-1)?.day ?? -1);
  return Array.from({ length: last + 1 }, (_, day) => {
    const inside = days.filter((line) => (day === LONGEST_DRAWN ? line.day >= day : line.day === day));
    const sum = (of: (line: WaitDay) => number) => inside.reduce((total, line) => total + of(line), 0);
    return { day, ended: sum(({ ended }) => ended), open: sum(({ open }) => open) };
  });
}
