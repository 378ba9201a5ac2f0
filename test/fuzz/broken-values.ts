import fc from 'fast-check';
import type { Schema } from './api-document';
import { type Familiar, valid } from './valid-values';

/** JSON text that goes out as it is: what no value of JavaScript would be written as. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** Values that a schema refuses, each by one rule only: a limit missed by one, another type, a field too many or too few. */
export function broken(schema: Schema, familiar: Familiar): fc.Arbitrary<unknown> {
  const { type, enum: choices, properties, items, minimum, maximum } = schema;
  if (schema.oneOf) {
    return fc.oneof(...schema.oneOf.map((one) => broken(one, familiar)), notA('object'));
  }
  if (choices)
    return fc.oneof(
      fc.string().filter((text) => !choices.includes(text)),
      notA('string'),
    );
  if (properties) return brokenFields(schema, properties, familiar);
  if (items) return brokenList(schema, items, familiar);
  if (type === 'string') return fc.oneof(brokenText(schema), notA('string'));
  if (type === 'boolean') return notA('boolean');
  const beyond = [
    minimum === undefined ? [] : [minimum - 1],
    maximum === undefined ? [] : [maximum + 1],
  ].flat();
  return fc.oneof(notA('number'), fc.constantFrom(...beyond, 'x'));
}

/** A text that breaks the rules of a text. */
export function brokenText({ maxLength, format, pattern }: Schema): fc.Arbitrary<unknown> {
  const mark = new RegExp(pattern ?? '', 'u');
  const unmatched =
    pattern === undefined ? [] : ['', ' ', '\n', '\u2003', '-', 'é'].filter((one) => !mark.test(one));
  const tooLong = maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '😀'.repeat(maxLength + 1)];
  const unformed =
    format === undefined ? [] : ['', 'x', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00', 'a@b@c'];
  const texts = [...unmatched, ...tooLong, ...unformed];
  return texts.length > 0 ? fc.constantFrom(...texts) : notA('string');
}

function notA(type: string): fc.Arbitrary<unknown> {
  const others: readonly unknown[] = ['1', 'true', 1.5, true, [], {}, [[1]], { a: 1 }];
  return fc.constantFrom(...others.filter((one) => typeof one !== type));
}

function brokenFields(
  schema: Schema,
  properties: Readonly<Record<string, Schema>>,
  familiar: Familiar,
): fc.Arbitrary<unknown> {
  const whole = valid(schema, familiar) as fc.Arbitrary<object>;
  const { required = [] } = schema;
  const ways: fc.Arbitrary<unknown>[] = [
    ...Object.entries(properties).map(([name, field]) =>
      fc.tuple(whole, broken(field, familiar)).map(([value, wrong]) => ({ ...value, [name]: wrong })),
    ),
    fc.tuple(whole, fc.string()).map(([value, extra]) => ({ ...value, [`x${extra}`]: extra })),
  ];
  if (required.length > 0) {
    ways.push(
      fc
        .tuple(whole, fc.constantFrom(...required))
        .map(([value, missing]) =>
          Object.fromEntries(Object.entries(value).filter(([name]) => name !== missing)),
        ),
    );
  }
  return fc.oneof(...ways);
}

function brokenList(
  { minItems = 0, maxItems = 20 }: Schema,
  items: Schema,
  familiar: Familiar,
): fc.Arbitrary<unknown> {
  const item = valid(items, familiar);
  const many = fc.array(item, { minLength: maxItems + 1, maxLength: maxItems + 1 });
  const withOneWrong = fc
    .tuple(fc.array(item, { maxLength: 2 }), broken(items, familiar))
    .map(([all, one]) => [...all, one]);
  const few = minItems > 0 ? [fc.constant([])] : [];
  return fc.oneof(many, withOneWrong, notA('object'), ...few);
}

const deep = (depth: number, open: string, close: string) =>
  new RawJson(open.repeat(depth) + close.repeat(depth));

/** Whatever JSON can hold, and what only looks like JSON. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), weight: 4 },
  {
    arbitrary: fc.constantFrom<unknown>(
      ...[
        '\ud800',
        '\udfff\ud800',
        '\u0000',
        '\u202e',
        '\ufeff',
        '𒐫'.repeat(50),
        "'; DROP TABLE event; --",
        '${7*7}',
        '../../etc/passwd',
      ],
      ...[
        '1e400',
        '-1e400',
        '1e-400',
        '9007199254740993',
        '1'.repeat(400),
        '-0',
        'NaN',
        '01',
        '{"a":1,"a":2}',
      ].map((text) => new RawJson(text)),
      ...[
        '{"__proto__":{"admin":true}}',
        '{"constructor":{"prototype":{}}}',
        '{"toString":1,"length":-1}',
      ].map((text) => new RawJson(text)),
      deep(2000, '[', ']'),
      deep(20_000, '{"a":', '}'),
      deep(100_000, '[', ']'),
    ),
    weight: 2,
  },
);

/** The JSON text of a value that may hold raw parts. */
export function jsonOf(value: unknown): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}:${jsonOf(member)}`,
    );
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
