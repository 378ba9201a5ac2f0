import { dueInstant, type Limit } from '../limit';
import type { Closure, WorkingCalendar } from '../working-calendar';

const saturdaySunday: WorkingCalendar = { weekend: [6, 0], closures: [] };
export const calendarDays = (count: number): Limit => ({ unit: 'calendar-days', count, onClosedDay: 'keep' });
export const workingDays = (count: number): Limit => ({ unit: 'working-days', count });
export const months = (count: number): Limit => ({ unit: 'months', count, onClosedDay: 'keep' });
export const hours = (count: number): Limit => ({ unit: 'hours', count });
export const closed = (from: string, to: string, knownFrom = '2020-01-01T00:00:00Z'): Closure => ({
  from,
  to,
  knownFrom: Date.parse(knownFrom),
});

export function due(received: string, limit: Limit, timeZone = 'UTC', calendar = saturdaySunday): string {
  return new Date(dueInstant(Date.parse(received), limit, { timeZone, calendar })).toISOString();
}
