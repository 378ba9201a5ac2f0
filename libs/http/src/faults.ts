import type { ErrorObject } from 'ajv';
import type { Fault } from '@vestigo/kernel';
import { notBlank } from './decorator-rules';
import { formats } from './formats';
import type { JsonSchema } from './json-schema';

/** Nobody reads more; a body can be made to break a rule a hundred thousand times. */
const most = 50;

/** What is wrong, where and what to do, in sentences that follow the name of the field. */
export function faultsOf(errors: readonly ErrorObject[]): readonly Fault[] {
  return errors.slice(0, most).map((error) => ({ pointer: pointerOf(error), detail: remedyOf(error) }));
}

function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  const field: unknown = fields[keyword]?.(params);
  return typeof field === 'string'
    ? `${instancePath}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath;
}

/** The field of an object that a rule for the whole object is about. */
const fields: Readonly<Record<string, (params: ErrorObject['params']) => unknown>> = {
  required: ({ missingProperty }) => missingProperty as unknown,
  additionalProperties: ({ additionalProperty }) => additionalProperty as unknown,
  discriminator: ({ tag }) => tag as unknown,
};

function remedyOf(error: ErrorObject): string {
  const { 'x-remedies': said, oneOf } = error.parentSchema as JsonSchema;
  if (error.keyword === 'discriminator') return kindWanted(String(error.params['tag']), oneOf ?? []);
  return said?.[error.keyword] ?? remedies[error.keyword]?.(error.params) ?? 'is not valid';
}

function kindWanted(tag: string, kinds: readonly JsonSchema[]): string {
  return `must be one of ${choice(kinds.flatMap(({ properties }) => properties?.[tag]?.enum ?? []))}`;
}

const remedies: Readonly<Record<string, (params: ErrorObject['params']) => string>> = {
  required: () => 'is required',
  additionalProperties: () => 'is not a known field',
  type: ({ type }) => `must be ${typeNames[String(type)] ?? String(type)}`,
  enum: ({ allowedValues }) => `must be one of ${choice(allowedValues as readonly unknown[])}`,
  pattern: ({ pattern }) => (pattern === notBlank ? 'must not be blank' : `must match ${String(pattern)}`),
  format: ({ format }) => formats[String(format)]?.remedy ?? `must be a ${String(format)}`,
  minLength: ({ limit }) => `must have at least ${count(limit, 'character')}`,
  maxLength: ({ limit }) => `must have at most ${count(limit, 'character')}`,
  minimum: ({ limit }) => `must be ${String(limit)} or more`,
  maximum: ({ limit }) => `must be ${String(limit)} or less`,
  minItems: ({ limit }) => `must hold at least ${count(limit, 'item')}`,
  maxItems: ({ limit }) => `must hold at most ${count(limit, 'item')}`,
  uniqueItems: ({ i, j }) =>
    `must not hold the same twice, as items ${[Number(i), Number(j)].sort((a, b) => a - b).join(' and ')} do`,
};

/** A long list is in the API's description; here its size and beginning tell what kind of value is wanted. */
const choice = (values: readonly unknown[]) =>
  values.length <= 25
    ? values.join(', ')
    : `${String(values.length)} known values: ${values.slice(0, 5).join(', ')} and so on`;

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const count = (limit: unknown, what: string) => `${String(limit)} ${what}${limit === 1 ? '' : 's'}`;
