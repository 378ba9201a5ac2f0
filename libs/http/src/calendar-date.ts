import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A calendar date of ISO 8601 as precise as is known: 2026-11-22, 2026-11 or 2026. The day exists. */
export function isPartialDate(value: unknown): value is string {
  const [, year, month = '01', day = '01'] = (typeof value === 'string' && shape.exec(value)) || [];
  if (year === undefined) return false;
  // A day too many rolls over into the next month, and what is no date has no day.
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
}

/** A whole calendar date of ISO 8601, on a day that exists. */
export function isCalendarDate(value: unknown): value is string {
  return isPartialDate(value) && value.length === '2026-11-22'.length;
}

export function IsPartialDate(options?: ValidationOptions): PropertyDecorator {
  return dated('isPartialDate', isPartialDate, 'a date, or its year and month, or its year', options);
}

export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return dated('isCalendarDate', isCalendarDate, 'a date', options);
}

function dated(
  name: string,
  validate: (value: unknown) => boolean,
  wanted: string,
  options?: ValidationOptions,
): PropertyDecorator {
  const defaultMessage = buildMessage((each) => `${each}$property must be ${wanted}`, options);
  return ValidateBy({ name, validator: { validate, defaultMessage } }, options);
}
