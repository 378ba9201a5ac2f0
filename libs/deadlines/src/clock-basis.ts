import { startOfDay, type Weekday } from './local-day';

export type Priority = 'ROUTINE' | 'URGENT';

/** What the clocks of a request are derived from, as the responder knew it at receipt. */
export interface ClockBasis {
  readonly priority: Priority;
  /** Codes of the regimes that the request invokes. */
  readonly regimes: readonly string[];
  /** IANA name of the responding desk's zone. */
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
}

/** A clock basis that was written by something else, or wrongly. */
export class UnreadableClockBasis extends Error {
  constructor(text: string, what: string) {
    super(`${JSON.stringify(text)} is not a clock basis: ${what}`);
    this.name = 'UnreadableClockBasis';
  }
}

const regimeCode = /^[A-Za-z0-9_:.-]+$/;
const days: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const mostKept = 10_000;
const decoded = new Map<string, ClockBasis>();

/** `ROUTINE;ITI,ECOWAS;Africa/Lagos;6,0`. Throws `UnreadableClockBasis` for a basis that could not be read back. */
export function encodeClockBasis({ priority, regimes, timeZone, weekend }: ClockBasis): string {
  const text = [priority, regimes.join(','), timeZone, weekend.join(',')].join(';');
  if (!regimes.every((code) => regimeCode.test(code))) {
    throw new UnreadableClockBasis(text, 'a regime code is of letters, digits and _ : . -');
  }
  decodeClockBasis(text);
  return text;
}

/** Throws `UnreadableClockBasis`. Few bases recur in many facts, so what was read once is kept. */
export function decodeClockBasis(text: string): ClockBasis {
  const known = decoded.get(text);
  if (known) return known;
  const basis = read(text);
  if (decoded.size >= mostKept) decoded.clear();
  decoded.set(text, basis);
  return basis;
}

function read(text: string): ClockBasis {
  const [priority, regimes, timeZone, weekend, ...rest] = text.split(';');
  if (regimes === undefined || timeZone === undefined || weekend === undefined || rest.length > 0) {
    throw new UnreadableClockBasis(
      text,
      'it has priority, regimes, time zone and weekend, with ; between them',
    );
  }
  if (priority !== 'ROUTINE' && priority !== 'URGENT') {
    throw new UnreadableClockBasis(text, 'its priority is neither ROUTINE nor URGENT');
  }
  return {
    priority,
    regimes: readRegimes(regimes, text),
    timeZone: readTimeZone(timeZone, text),
    weekend: readWeekend(weekend, text),
  };
}

function readRegimes(list: string, text: string): readonly string[] {
  const regimes = list === '' ? [] : list.split(',');
  if (regimes.every((code) => regimeCode.test(code))) return regimes;
  throw new UnreadableClockBasis(text, 'a regime code is of letters, digits and _ : . -');
}

function readTimeZone(timeZone: string, text: string): string {
  try {
    startOfDay(0, timeZone);
    return timeZone;
  } catch {
    throw new UnreadableClockBasis(text, 'its time zone is not known');
  }
}

function readWeekend(list: string, text: string): readonly Weekday[] {
  const weekend =
    list === '' ? [] : list.split(',').map((digit) => days.find((day) => String(day) === digit));
  const known = weekend.filter((day) => day !== undefined);
  if (known.length === weekend.length && new Set(known).size === known.length && known.length < 7)
    return known;
  throw new UnreadableClockBasis(
    text,
    'a weekend is of different weekdays 0 (Sunday) to 6, at most six of them',
  );
}
