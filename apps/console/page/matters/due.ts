/** How far a due instant lies from the reader's now, in the unit in which one speaks of it. */
export interface Distance {
  readonly overdue: boolean;
  readonly unit: 'minute' | 'hour' | 'day';
  readonly count: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The due instant itself is late. Under two days hours are told, under two hours minutes; whole ones, rounded down. */
export function distanceTo(dueAt: string, now: number): Distance {
  const left = Date.parse(dueAt) - now;
  const overdue = left <= 0;
  const span = Math.abs(left);
  if (span >= 2 * day) return { overdue, unit: 'day', count: Math.floor(span / day) };
  if (span >= 2 * hour) return { overdue, unit: 'hour', count: Math.floor(span / hour) };
  return { overdue, unit: 'minute', count: Math.floor(span / minute) };
}

/** How urgent it is, for who looks at the colour; the words say the same. */
export function toneOf({ overdue, unit, count }: Distance): 'late' | 'soon' | 'calm' {
  if (overdue) return 'late';
  return unit === 'day' && count >= 3 ? 'calm' : 'soon';
}
