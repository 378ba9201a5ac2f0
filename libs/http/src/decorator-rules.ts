import { formats } from './formats';
import type { JsonSchema } from './json-schema';

/** What a decorator was given; `undefined` where it was given less. */
type Constraints = readonly unknown[];

/** At least one character that is not white space. */
export const notBlank = String.raw`\S`;

/** By the name under which class-validator keeps a decorator: the same rule as JSON Schema. */
export const decoratorRules: Readonly<Record<string, (constraints: Constraints) => JsonSchema>> = {
  isString: () => ({ type: 'string' }),
  minLength: ([least]) => lengths(least, undefined),
  maxLength: ([most]) => lengths(undefined, most),
  isLength: ([least, most]) => lengths(least, most),
  matches: ([pattern, flags]) => ({ type: 'string', pattern: sourceOf(pattern, flags) }),
  isIn: ([values]) => ({ enum: listOf(values) }),
  isEnum: ([, values]) => ({ enum: listOf(values) }),
  isInt: () => ({ type: 'integer' }),
  isNumber: ([options]) => plain(options, { type: 'number' }),
  min: ([least]) => ({ type: 'number', minimum: numberOf(least) }),
  max: ([most]) => ({ type: 'number', maximum: numberOf(most) }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  arrayNotEmpty: () => ({ type: 'array', minItems: 1 }),
  arrayMinSize: ([least]) => ({ type: 'array', minItems: numberOf(least) }),
  arrayMaxSize: ([most]) => ({ type: 'array', maxItems: numberOf(most) }),
  arrayUnique: () => ({ type: 'array', uniqueItems: true }),
  isIso8601: ([options]) => text(['iso8601', ...optionsOf(options)]),
  isDateString: ([options]) => text(['iso8601', ...optionsOf(options)]),
  isInstant: () => text(['date-time']),
  isCalendarDate: () => text(['date']),
  isPartialDate: () => text(['partial', 'date']),
  isISO31661Alpha3: () => text(['iso3166-1-alpha-3']),
  isUuid: ([version]) =>
    text(version === undefined || version === 'all' ? ['uuid'] : ['uuid', version as string]),
  isEmail: ([options]) => plain(options, text(['email'])),
};

function text(name: readonly string[]): JsonSchema {
  const format = name.join('-');
  if (!(format in formats)) throw new Error(`its format ${format} is not known here`);
  return { type: 'string', format };
}

function lengths(least: unknown, most: unknown): JsonSchema {
  return {
    type: 'string',
    ...(least !== undefined && { minLength: numberOf(least) }),
    ...(most !== undefined && { maxLength: numberOf(most) }),
  };
}

/** A JSON Schema pattern has no flags; validators read it with `u`, so what follows must mean the same there. */
function sourceOf(pattern: unknown, flags: unknown): string {
  const { source, flags: own } = pattern instanceof RegExp ? pattern : new RegExp(String(pattern));
  if ((own !== '' && own !== 'u') || flags !== undefined) throw new Error(`its pattern ${source} has flags`);
  return source;
}

function plain(options: unknown, rule: JsonSchema): JsonSchema {
  if (optionsOf(options).length > 0)
    throw new Error(`its options ${JSON.stringify(options)} are not known here`);
  return rule;
}

/** Names of the options that are switched on. */
function optionsOf(options: unknown): readonly string[] {
  return Object.entries(options ?? {}).flatMap(([name, value]) => (value === false ? [] : [name]));
}

function listOf(values: unknown): readonly unknown[] {
  return [...(values as Iterable<unknown>)];
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`its limit ${String(value)} is no number`);
  return value;
}
