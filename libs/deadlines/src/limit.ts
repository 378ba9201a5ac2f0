import type { Instant } from '@vestigo/kernel';
import { addMonths, daysBetween, type LocalDay, localDayOf, startOfDay } from './local-day';
import { type Owed, owedSince } from './owed';
import { closedDays, type WorkingCalendar } from './working-calendar';

/** How long a desk has. Whether a last day on which it is closed moves on is part of the rule. */
export type Limit = HourLimit | DayLimit;

interface HourLimit {
  readonly unit: 'hours';
  readonly count: number;
}

type DayLimit =
  | { readonly unit: 'working-days'; readonly count: number }
  | {
      readonly unit: 'calendar-days' | 'months';
      readonly count: number;
      readonly onClosedDay: 'keep' | 'next-working-day';
    };

/** Where the limit runs: the responding desk's zone and calendar, never the server's. */
export interface LimitPlace {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
}

const hour = 3_600_000;

/**
 * The first instant that is too late. Hours run by the clock; days and months end at 24:00 of the responder's local day,
 * the day of receipt being day 0. While information is owed the clock stands still, measured as the limit is: hours by the
 * clock, days by the days after the one of the question up to that of the information. A last day on which the desk is closed, or at
 * whose end information is owed, moves on to the first that is neither. Infinity while it is still owed.
 * Throws `RangeError` for a count that is not a positive whole number, for a time zone that is not known and for a calendar
 * that cannot be read.
 */
export function dueInstant(
  start: Instant,
  limit: Limit,
  place: LimitPlace,
  owed: readonly Owed[] = [],
): Instant {
  if (!Number.isSafeInteger(limit.count) || limit.count < 1) {
    throw new RangeError(`a limit of ${limit.count} ${limit.unit} is none`);
  }
  const standing = owedSince(start, owed);
  return limit.unit === 'hours'
    ? dueAfterHours(start, limit.count, standing)
    : dueAfterDays(start, limit, place, standing);
}

function dueAfterHours(start: Instant, count: number, standing: readonly Owed[]): Instant {
  let due = start + count * hour;
  for (const { from, to } of standing) {
    if (from >= due) break;
    due += to - from;
  }
  return due;
}

function dueAfterDays(
  start: Instant,
  limit: DayLimit,
  { timeZone, calendar }: LimitPlace,
  standing: readonly Owed[],
): Instant {
  const closed = closedDays(calendar, start);
  const endOf = (day: LocalDay) => startOfDay(day + 1, timeZone);
  let last = lastDay(localDayOf(start, timeZone), limit, closed, timeZone);
  for (const { from, to } of standing) {
    if (from >= endOf(last)) break;
    if (to === Infinity) return to;
    const [asked, supplied] = [localDayOf(from, timeZone), localDayOf(to, timeZone)];
    last =
      limit.unit === 'working-days'
        ? workingDaysAfter(last, workingDaysBetween(asked, supplied, closed, timeZone), closed, timeZone)
        : calendarDaysAfter(last, daysBetween(asked + 1, supplied + 1, timeZone), timeZone);
  }
  const movesOn = limit.unit === 'working-days' || limit.onClosedDay === 'next-working-day';
  for (;;) {
    if (movesOn) last = workingDaysAfter(last - 1, 1, closed, timeZone);
    const due = endOf(last);
    const owing = standing.find(({ from, to }) => from < due && due <= to);
    if (!owing) return due;
    if (owing.to === Infinity) return owing.to;
    last = localDayOf(owing.to, timeZone);
  }
}

function lastDay(received: LocalDay, limit: DayLimit, closed: DayTest, timeZone: string): LocalDay {
  switch (limit.unit) {
    case 'working-days':
      return workingDaysAfter(received, limit.count, closed, timeZone);
    case 'calendar-days':
      return calendarDaysAfter(received, limit.count, timeZone);
    case 'months':
      return addMonths(received, limit.count);
  }
}

/** The working days after `asked` up to `supplied`. */
function workingDaysBetween(asked: LocalDay, supplied: LocalDay, closed: DayTest, timeZone: string): number {
  let days = 0;
  for (let day = asked + 1; day <= supplied; day += 1) {
    if (!closed(day) && daysBetween(day, day + 1, timeZone) > 0) days += 1;
  }
  return days;
}

function calendarDaysAfter(received: LocalDay, count: number, timeZone: string): LocalDay {
  let last = received + count;
  while (daysBetween(received + 1, last + 1, timeZone) < count) last += 1;
  return last;
}

type DayTest = (day: LocalDay) => boolean;

function workingDaysAfter(received: LocalDay, count: number, closed: DayTest, timeZone: string): LocalDay {
  const last = openDaysAfter(received, count, closed);
  if (daysBetween(received + 1, last + 1, timeZone) === last - received) return last;
  return openDaysAfter(received, count, (day) => closed(day) || daysBetween(day, day + 1, timeZone) === 0);
}

function openDaysAfter(received: LocalDay, count: number, closed: DayTest): LocalDay {
  let last = received;
  for (let left = count; left > 0;) {
    last += 1;
    if (!closed(last)) left -= 1;
  }
  return last;
}
