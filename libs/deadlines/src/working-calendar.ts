import type { Instant } from '@vestigo/kernel';
import { type LocalDay, parseLocalDay, type Weekday, weekdayOf } from './local-day';

/** Days on which a desk is closed beside its weekends: local dates, `from` included and `to` not. */
export interface Closure {
  /** `2026-12-24`; full dates, so that a closure may span New Year. */
  readonly from: string;
  readonly to: string;
  /** When it was announced. */
  readonly knownFrom: Instant;
}

export interface WorkingCalendar {
  readonly weekend: readonly Weekday[];
  readonly closures: readonly Closure[];
}

/**
 * Tells closed days from working days as they were known at `knownAt`: a closure announced later is left out, so that no
 * edit of a calendar moves a clock that was already running.
 * Throws `RangeError` for a week without working days and for dates that cannot be read.
 */
export function closedDays(calendar: WorkingCalendar, knownAt: Instant): (day: LocalDay) => boolean {
  const { weekend } = calendar;
  if (weekend.length > 6 && new Set(weekend).size > 6) {
    throw new RangeError('a working calendar needs at least one working day a week');
  }
  const closures = calendar.closures
    .filter(({ knownFrom }) => knownFrom <= knownAt)
    .map(({ from, to }) => ({ from: parseLocalDay(from), to: parseLocalDay(to) }));
  return (day) =>
    weekend.includes(weekdayOf(day)) || closures.some(({ from, to }) => from <= day && day < to);
}
