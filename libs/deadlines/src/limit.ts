import type { Instant } from '@vestigo/kernel';
import { addMonths, daysBetween, type LocalDay, localDayOf, startOfDay } from './local-day';
import { closedDays, type WorkingCalendar } from './working-calendar';

/** How long a desk has. Whether a last day on which it is closed moves on is part of the rule. */
export type Limit =
  | { readonly unit: 'hours' | 'working-days'; readonly count: number }
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

/**
 * The first instant that is too late. Hours run by the clock; days and months end at 24:00 of the responder's local day,
 * the day of receipt being day 0. Throws `RangeError` for a count that is not a positive whole number, for a time zone that
 * is not known and for a calendar that cannot be read.
 */
export function dueInstant(start: Instant, limit: Limit, { timeZone, calendar }: LimitPlace): Instant {
  if (!Number.isSafeInteger(limit.count) || limit.count < 1) {
    throw new RangeError(`a limit of ${limit.count} ${limit.unit} is none`);
  }
  if (limit.unit === 'hours') return start + limit.count * 3_600_000;
  return startOfDay(lastDay(start, limit, { timeZone, calendar }) + 1, timeZone);
}

function lastDay(start: Instant, limit: Limit, { timeZone, calendar }: LimitPlace): LocalDay {
  const received = localDayOf(start, timeZone);
  switch (limit.unit) {
    case 'hours':
      return received;
    case 'working-days':
      return workingDaysAfter(received, limit.count, closedDays(calendar, start), timeZone);
    case 'calendar-days':
    case 'months': {
      const last =
        limit.unit === 'months'
          ? addMonths(received, limit.count)
          : calendarDaysAfter(received, limit.count, timeZone);
      if (limit.onClosedDay === 'keep') return last;
      return workingDaysAfter(last - 1, 1, closedDays(calendar, start), timeZone);
    }
  }
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
