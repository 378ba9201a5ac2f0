import fc from 'fast-check';
import type { Parameter, Schema } from './api-document';
import { brokenText } from './broken-values';
import { type Filling, known, words } from './filling';
import { type Familiar, valid } from './valid-values';

type Query = fc.Arbitrary<readonly (readonly [string, Filling])[]>;

/** Whether a text can break its rules. */
export const breakable = ({ maxLength, format, pattern, enum: choices, minimum, maximum, type }: Schema) =>
  [maxLength, format, pattern, choices, minimum, maximum].some((rule) => rule !== undefined) ||
  type === 'boolean';

/** Of a list that nobody has seen a page of. */
const anyCursor = { enum: ['WzFd'] };

/** A cursor is what a page before gave, a request what was told of; every other parameter is made by its schema. */
export function queryOf(queries: readonly Parameter[], familiar: Familiar): Query {
  const fillings = queries.map(({ name, required = false, schema }) => {
    const isTold = name === 'cursor' || name === 'request';
    const made = valid(schema, familiar).map((value): Filling => ({ text: String(value) }));
    const filling = isTold ? known(name === 'cursor' ? anyCursor : schema, familiar) : made;
    const pair = filling.map((value) => [[name, value] as const]);
    return required ? pair : fc.option(pair, { freq: 1, nil: [] });
  });
  return fc.tuple(...fillings).map((pairs) => pairs.flat());
}

/** One parameter breaks its rules. */
export function brokenQuery(queries: readonly Parameter[], familiar: Familiar): Query {
  const ways = queries
    .filter(({ schema }) => breakable(schema))
    .map(({ name, schema }) => brokenFilling(schema).map((text) => [name, { text }] as const));
  return fc
    .tuple(queryOf(queries, familiar), fc.oneof(...ways))
    .map(([pairs, wrong]) => [...pairs.filter(([name]) => name !== wrong[0]), wrong]);
}

export function hostileQuery(queries: readonly Parameter[]): Query {
  const names = fc.constantFrom(
    ...queries.map(({ name }) => name),
    'x',
    '__proto__',
    '',
    'limit[]',
    'a'.repeat(2000),
  );
  const texts = words(
    '',
    ' ',
    '1',
    '-1',
    '1e3',
    '0x10',
    '%',
    '\u0000',
    'null',
    '[]',
    '😀',
    'x'.repeat(6000),
    'WyJ4Il0',
  );
  return fc.array(fc.tuple(names, texts), { maxLength: 4 });
}

/** Only texts: in an address `1` is a number. */
function brokenFilling(schema: Schema): fc.Arbitrary<string> {
  const { type, enum: choices, minimum = 0, maximum = 0 } = schema;
  if (choices) return fc.string().filter((text) => !choices.includes(text));
  if (type === 'string') return brokenText(schema).filter((text) => typeof text === 'string');
  return fc.constantFrom(
    String(minimum - 1),
    String(maximum + 1),
    'x',
    '1.5',
    '0x10',
    ' 1',
    '',
    '1e1',
    'truth',
  );
}
