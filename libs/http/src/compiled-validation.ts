import type { Type } from '@nestjs/common';
import { Ajv2020, type FuncKeywordDefinition } from 'ajv/dist/2020';
import { Rejection } from '@vestigo/kernel';
import { faultsOf } from './faults';
import { formats } from './formats';
import type { JsonSchema } from './json-schema';
import { schemaOf } from './schema-of';
import { readingOf } from './text-reading';

/** Where a value comes from: a JSON body, or the query and path, where everything is text. */
export type Source = 'body' | 'text';

/** Returns the value it was given, checked; throws `Rejection` with a fault for each broken rule. */
export type Check = (value: unknown) => unknown;

/**
 * The check of a DTO class, compiled once. class-validator stays the language of the rules, ajv checks them.
 * The value stays a plain object: it has the fields of the class, not its prototype. `null` in an optional field means that
 * the field is absent and is removed; a default that the class gives is filled in. Numbers and booleans are read from text
 * for the query and the path only.
 */
export function checkOf(target: Type, source: Source): Check {
  const known = checks[source].get(target);
  if (known) return known;
  const check = compile(target, source);
  checks[source].set(target, check);
  return check;
}

const optionalFields: FuncKeywordDefinition = {
  keyword: 'optionalFields',
  type: 'object',
  before: 'properties',
  modifying: true,
  valid: true,
  errors: false,
  compile: (fields: readonly (readonly [string, unknown])[]) => {
    const optional = new Set(fields.map(([name]) => name));
    const initials = fields.filter(([, initial]) => initial !== undefined);
    return (value: Record<string, unknown>) => {
      // A body gives few of the fields that it may: what is given is looked at, and not all that could be.
      for (const name of Object.keys(value)) {
        if (value[name] === null && optional.has(name)) Reflect.deleteProperty(value, name);
      }
      for (const [name, initial] of initials) value[name] ??= initial;
      return true;
    };
  },
};

const checks: Readonly<Record<Source, Map<Type, Check>>> = { body: new Map(), text: new Map() };

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, discriminator: true });
ajv.addVocabulary(['x-remedies']);
ajv.addKeyword(optionalFields);
for (const [name, { test }] of Object.entries(formats)) ajv.addFormat(name, test);

function compile(target: Type, source: Source): Check {
  const schema = schemaOf(target);
  const validate = ajv.compile(ruleOf(schema));
  const read = source === 'text' ? readingOf(schema) : undefined;
  const where = source === 'text' ? 'The address' : 'The body';
  return (value) => {
    if (read && isObject(value)) read(value);
    if (validate(value)) return value;
    throw new Rejection(
      'invalid',
      'validation-failed',
      `${where} breaks the rules listed under errors. Mend it and send it again.`,
      faultsOf(validate.errors ?? []),
    );
  };
}

/** Adds to each object what JSON Schema cannot say: which fields may be null, and what they are then. */
function ruleOf(schema: JsonSchema): object {
  const { properties, items, required = [], default: _, ...others } = schema;
  if (items) return { ...others, items: ruleOf(items) };
  if (others.oneOf) return { ...others, oneOf: others.oneOf.map(ruleOf) };
  if (!properties) return others;
  const fields = Object.entries(properties);
  const optional = fields
    .filter(([name]) => !required.includes(name))
    .map(([name, field]) => [name, field.default]);
  return {
    ...others,
    required,
    properties: Object.fromEntries(fields.map(([name, field]) => [name, ruleOf(field)])),
    ...(optional.length > 0 && { optionalFields: optional }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
