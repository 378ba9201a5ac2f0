import type { Instant } from '@vestigo/kernel';

/** A date on a wall calendar, as days since 1970-01-01. It is no instant: only a time zone makes it one. */
export type LocalDay = number;

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Length of a day on which no clock is changed, and the unit in which elapsed days are told, in milliseconds. */
export const dayLength = 86_400_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset from UTC in milliseconds at 00:00 UTC of a day. */
  readonly offsets: Map<number, number>;
  readonly starts: Map<LocalDay, Instant>;
}

/** Formatting costs microseconds and a map some nanoseconds: what is known of a zone is kept. */
const zones = new Map<string, Zone>();

/**
 * The instant at which a local day begins for good: after a midnight that the clocks skip, the first instant after the gap;
 * where they go back across midnight, at the second one; where they go back to midnight, at the first. A day that a zone left out (Apia, 2011-12-30) begins with the day after it.
 * Throws `RangeError` for a time zone that is not known.
 */
export function startOfDay(day: LocalDay, timeZone: string): Instant {
  const zone = zoneOf(timeZone);
  const known = zone.starts.get(day);
  if (known !== undefined) return known;
  const start = findStart(day, zone);
  zone.starts.set(day, start);
  return start;
}

/** The local date of an instant. Throws `RangeError` for a time zone that is not known. */
export function localDayOf(instant: Instant, timeZone: string): LocalDay {
  let day = Math.floor(instant / dayLength) + 1;
  while (startOfDay(day, timeZone) > instant) day -= 1;
  return day;
}

/** Whole days that a local clock runs through from the start of one day to the start of another; skipped ones do not count. */
export function daysBetween(from: LocalDay, to: LocalDay, timeZone: string): number {
  return Math.round((startOfDay(to, timeZone) - startOfDay(from, timeZone)) / dayLength);
}

/** Same day number some months later, or the last day of that month when it has no such day. */
export function addMonths(day: LocalDay, count: number): LocalDay {
  const date = new Date(day * dayLength);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + count;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayLength;
}

const weekdays: readonly Weekday[] = [4, 5, 6, 0, 1, 2, 3];

export function weekdayOf(day: LocalDay): Weekday {
  return weekdays[((day % 7) + 7) % 7] ?? 0;
}

/** Reads `2026-12-24`. Throws `RangeError` for a text that is no date of the calendar. */
export function parseLocalDay(date: string): LocalDay {
  const instant = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`${JSON.stringify(date)} is not a date of the form YYYY-MM-DD`);
  }
  return instant / dayLength;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const zone = { format, offsets: new Map<number, number>(), starts: new Map<LocalDay, Instant>() };
  zones.set(timeZone, zone);
  return zone;
}

function findStart(day: LocalDay, zone: Zone): Instant {
  const midnight = day * dayLength;
  const before = offsetAtMidnight(day - 1, zone);
  const after = offsetAtMidnight(day + 1, zone);
  if (before === after) return midnight - before;
  const change = findChange(midnight - dayLength, midnight + dayLength, zone);
  const backBeforeMidnight = change + after < midnight;
  return backBeforeMidnight ? midnight - after : Math.min(midnight - before, change);
}

/** First instant with another offset than `from` has; clocks are changed on whole seconds. */
function findChange(from: Instant, to: Instant, zone: Zone): Instant {
  const offset = offsetAt(from, zone);
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, zone) === offset) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function offsetAtMidnight(day: number, zone: Zone): number {
  const known = zone.offsets.get(day);
  if (known !== undefined) return known;
  const offset = offsetAt(day * dayLength, zone);
  zone.offsets.set(day, offset);
  return offset;
}

/** Reads the end of `12/31/1969, GMT-00:44:30`; some versions of ICU write plain `GMT` for zero. */
function offsetAt(instant: Instant, zone: Zone): number {
  const text = zone.format.format(instant);
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -size : size) * 1000;
}
