import fc from 'fast-check';
import type { Schema } from './api-document';

/** Words to prefer among those that a schema allows, so that what one desk says concerns another that speaks too. */
export type Familiar = ReadonlySet<unknown>;

/** Values that a schema allows, to their very limits. */
export function valid(schema: Schema, familiar: Familiar): fc.Arbitrary<unknown> {
  const { type, enum: choices, properties, items, minimum, maximum } = schema;
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((one) => valid(one, familiar)));
  if (choices) return oneOf(choices, familiar);
  if (properties) return fields(schema, familiar);
  if (items) return list(schema, items, familiar);
  if (type === 'string') return text(schema);
  if (type === 'boolean') return fc.boolean();
  const limits = {
    ...(minimum !== undefined && { min: minimum }),
    ...(maximum !== undefined && { max: maximum }),
  };
  if (type === 'integer') return fc.integer(limits);
  if (type === 'number') return fc.double({ ...limits, noNaN: true, noDefaultInfinity: true });
  return fc.constant({});
}

function oneOf(choices: readonly unknown[], familiar: Familiar): fc.Arbitrary<unknown> {
  const known = choices.filter((choice) => familiar.has(choice));
  const any = fc.constantFrom(...choices);
  return known.length === 0
    ? any
    : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, { arbitrary: any, weight: 1 });
}

function fields({ properties = {}, required = [] }: Schema, familiar: Familiar): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, meant(name) ?? valid(field, familiar)]),
  );
  const least = Object.fromEntries(Object.entries(model).filter(([name]) => required.includes(name)));
  return fc.oneof(fc.record(model, { requiredKeys: [...required] }), fc.record(least));
}

/** Fields whose meaning no schema tells. */
const meant = (name: string) =>
  name === 'timeZone'
    ? fc.constantFrom('Africa/Nairobi', 'UTC', 'America/Jamaica', 'Nowhere/At_all')
    : undefined;

function list(
  { minItems = 0, maxItems = 20, uniqueItems = false }: Schema,
  items: Schema,
  familiar: Familiar,
): fc.Arbitrary<unknown> {
  const limits = { minLength: minItems, maxLength: maxItems };
  const item = valid(items, familiar);
  return uniqueItems ? fc.uniqueArray(item, limits) : fc.array(item, limits);
}

/** Also what no keyboard writes: lone surrogates, controls, letters that run the other way. */
export const anyText = (limits: fc.StringConstraints) =>
  fc.oneof(
    fc.string({ ...limits, unit: 'binary' }),
    fc.string({ ...limits, unit: 'grapheme' }),
    fc.string(limits),
  );

function text({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : formats[format];
  if (known) return known;
  const mark = pattern === undefined ? /^/ : new RegExp(pattern, 'u');
  if (/^\^.*\$$/.test(mark.source)) return fc.stringMatching(new RegExp(mark.source));
  const atTheLimit = fc.constant('x'.repeat(Math.max(1, maxLength)));
  const long = Math.min(maxLength, 200);
  const some = anyText({ minLength, maxLength: long }).filter(
    (one) => mark.test(one) && Array.from(one).length <= maxLength,
  );
  return fc.oneof({ arbitrary: some, weight: 12 }, { arbitrary: atTheLimit, weight: 1 });
}

const daysUntil = (end: string) =>
  fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date(end), noInvalidDate: true });

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc
    .oneof({ arbitrary: daysUntil('2026-01-01T00:00:00Z'), weight: 3 }, daysUntil('2100-01-01T00:00:00Z'))
    .map((date) => date.toISOString()),
  date: daysUntil('2100-01-01T00:00:00Z').map((date) => date.toISOString().slice(0, 10)),
  'partial-date': fc.constantFrom('2024', '2024-02', '2024-02-29'),
  email: fc.stringMatching(/^[a-z]{1,20}@[a-z]{1,20}\.org$/),
  uuid: fc.uuid(),
};
