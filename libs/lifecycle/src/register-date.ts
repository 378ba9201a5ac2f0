/** A date as registers hold it: a day, or only its month or year (ISO 8601 with reduced precision). */
export type RegisterDate = string;

/** First and last day that a register date may mean; undefined when it is no date. */
export function daysOf(date: RegisterDate): { readonly first: string; readonly last: string } | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const first = `${String(year)}-${month ?? '01'}-${day ?? '01'}`;
  if (!isDay(first)) return undefined;
  if (day !== undefined) return { first, last: first };
  return { first, last: month === undefined ? `${String(year)}-12-31` : lastDayOf(first) };
}

/** True where whatever the first means comes after whatever the second means. */
export function isSurelyAfter(one: RegisterDate, other: RegisterDate): boolean {
  const [left, right] = [daysOf(one), daysOf(other)];
  return left !== undefined && right !== undefined && left.first > right.last;
}

function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`);
  // `Date.parse` carries 30 February over into March.
  return !Number.isNaN(instant) && dayOf(instant) === day;
}

function lastDayOf(firstOfMonth: string): string {
  const date = new Date(`${firstOfMonth}T00:00:00Z`);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
