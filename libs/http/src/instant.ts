import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const shape =
  /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A date-time of RFC 3339 that names one instant: with its offset, on a day that exists, and without leap second. */
export function isInstant(value: unknown): value is string {
  const [, year, month, day] = (typeof value === 'string' && shape.exec(value)) || [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-01T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && Number(day) >= 1 && Number(day) <= daysOf(date);
}

/** Refuses what `Date.parse` would read in the zone of the machine, roll over to another day or not read at all. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: buildMessage((each) => `${each}$property must be a date-time with offset`, options),
      },
    },
    options,
  );
}

/** Not by `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999. */
function daysOf(month: Date): number {
  const last = new Date(month);
  last.setUTCMonth(month.getUTCMonth() + 1, 0);
  return last.getUTCDate();
}
