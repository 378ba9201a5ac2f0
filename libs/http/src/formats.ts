import { isEmail, isISO31661Alpha3, isISO8601, isUUID } from 'class-validator';
import { isCalendarDate, isPartialDate } from './calendar-date';
import { isInstant } from './instant';

/** A format of text: how it is tested and what is asked of whoever misses it. */
interface Format {
  readonly test: (text: string) => boolean;
  readonly remedy: string;
}

const uuids = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** Each is tested by the very function that its class-validator decorator uses. */
export const formats: Readonly<Record<string, Format>> = {
  'date-time': {
    test: isInstant,
    remedy: 'must be a date-time with its offset, such as 2026-11-22T09:30:00Z',
  },
  date: { test: isCalendarDate, remedy: 'must be an existing date, such as 2026-11-22' },
  'partial-date': {
    test: isPartialDate,
    remedy: 'must be an existing date, or a year and month, or a year, such as 2026-11-22, 2026-11 or 2026',
  },
  iso8601: { test: (text) => isISO8601(text), remedy: 'must be a date or date-time of ISO 8601' },
  'iso8601-strict': {
    test: (text) => isISO8601(text, { strict: true }),
    remedy: 'must be an existing date or date-time of ISO 8601',
  },
  'iso8601-strict-strictSeparator': {
    test: (text) => isISO8601(text, { strict: true, strictSeparator: true }),
    remedy: 'must be an existing date or date-time of ISO 8601 with T between date and time',
  },
  'iso3166-1-alpha-3': { test: isISO31661Alpha3, remedy: 'must be an ISO 3166-1 alpha-3 code, such as KEN' },
  // The function throws on half a surrogate pair.
  email: { test: (text) => text.isWellFormed() && isEmail(text), remedy: 'must be an e-mail address' },
  uuid: { test: (text) => isUUID(text), remedy: 'must be a UUID' },
  ...Object.fromEntries(
    uuids.map((version) => [
      `uuid-${version}`,
      { test: (text: string) => isUUID(text, version), remedy: `must be a UUID of version ${version}` },
    ]),
  ),
};
