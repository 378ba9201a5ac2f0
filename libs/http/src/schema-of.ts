import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { decoratorRules, notBlank } from './decorator-rules';
import { type JsonSchema, narrow } from './json-schema';

/**
 * The rules of a DTO class as JSON Schema. A field is required unless it is `@IsOptional`, unknown fields are refused, and
 * where class-validator's decorators say that a text is not empty, white space alone is not enough.
 * Throws on a decorator that has no counterpart: no rule is ever left out. Not to be seen from outside, and so not checked:
 * the function given to `@ArrayUnique`.
 */
export function schemaOf(target: Type, nested: (type: Type) => JsonSchema = inline([target])): JsonSchema {
  const properties = Object.entries(rulesOf(target)).map(([name, rules]): [string, JsonSchema, boolean] => {
    try {
      return [name, propertyOf(target, name, rules, nested), !rules.some(isOptional)];
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${target.name}.${name} cannot be compiled: ${reason}`, { cause });
    }
  });
  if (properties.length === 0)
    throw new Error(`${target.name} has no rules: every field needs its decorators`);
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
    required: properties.flatMap(([name, , required]) => (required ? [name] : [])),
    additionalProperties: false,
  };
}

export function hasRules(target: Type): boolean {
  return Object.keys(rulesOf(target)).length > 0;
}

function rulesOf(target: Type): Readonly<Record<string, readonly ValidationMetadata[]>> {
  const storage = getMetadataStorage();
  return storage.groupByPropertyName(storage.getTargetValidationMetadatas(target, '', false, false));
}

function inline(path: readonly Type[]): (type: Type) => JsonSchema {
  return (type) => {
    if (path.includes(type)) throw new Error(`${type.name} holds itself`);
    return schemaOf(type, inline([...path, type]));
  };
}

function propertyOf(
  target: Type,
  name: string,
  rules: readonly ValidationMetadata[],
  nested: (type: Type) => JsonSchema,
): JsonSchema {
  rules.forEach(refuseUnknown);
  if (
    defaultMetadataStorage.findTransformMetadatas(target, name, TransformationType.PLAIN_TO_CLASS).length > 0
  ) {
    throw new Error('@Transform is not supported: bodies stay as they were sent');
  }
  const own = rules.filter(({ each }) => !each);
  const ofItems = rules.filter(({ each }) => each);
  const itself = completed(own, own.map(ruleOf).reduce(narrow, {}));
  const items = completed(ofItems, ofItems.map(ruleOf).reduce(narrow, {}));
  const isList = itself.type === 'array';
  const holds = rules.some(isNested) ? heldBy(target, name, nested) : undefined;
  if (!isList && ofItems.length > 0) throw new Error('a rule for each item needs @IsArray');
  if (isList) return listOf(itself, holds ?? items);
  const schema = holds ?? itself;
  if (schema.type === undefined && schema.enum === undefined && schema.$ref === undefined) {
    throw new Error('no decorator says its type');
  }
  const initial = rules.some(isOptional) ? initialOf(target, name) : undefined;
  return initial === undefined ? schema : { ...schema, default: initial };
}

function listOf(list: JsonSchema, items: JsonSchema): JsonSchema {
  if (Object.keys(items).length === 0) throw new Error('no decorator says the type of its items');
  if (list.uniqueItems && !['string', 'integer', 'number'].includes(items.type ?? typeof items.enum?.[0])) {
    throw new Error('@ArrayUnique is for lists of texts or numbers');
  }
  return { ...list, items };
}

function ruleOf({ name = '', constraints, message }: ValidationMetadata): JsonSchema {
  const rule = decoratorRules[name]?.((constraints as readonly unknown[] | undefined) ?? []) ?? {};
  if (typeof message !== 'string') return rule;
  return {
    ...rule,
    'x-remedies': Object.fromEntries(Object.keys(rule).map((keyword) => [keyword, message])),
  };
}

function completed(rules: readonly ValidationMetadata[], schema: JsonSchema): JsonSchema {
  if (schema.type !== 'string') return schema;
  const { minLength = 0, ...others } = schema;
  if (minLength === 0 && !rules.some(({ name }) => name === 'isNotEmpty')) return schema;
  return narrow(minLength > 1 ? schema : others, { pattern: notBlank });
}

/** Rules without a keyword of their own: they say what may be absent, empty or an object. */
const structural = ['isOptional', 'isDefined', 'isNotEmpty'];

const isOptional = ({ name, type }: ValidationMetadata) =>
  type === 'conditionalValidation' && name === 'isOptional';
const isNested = ({ type }: ValidationMetadata) => type === 'nestedValidation';

function refuseUnknown(rule: ValidationMetadata): void {
  const { name, type, groups, validateIf, message } = rule;
  const known =
    isNested(rule) || (name !== undefined && (structural.includes(name) || name in decoratorRules));
  if (!known) throw new Error(`@${name ?? type} is not supported`);
  const grouped = ((groups as readonly string[] | undefined) ?? []).length > 0;
  if (grouped || validateIf) throw new Error(`@${name ?? type} with groups or validateIf is not supported`);
  if (typeof message === 'function')
    throw new Error(`@${name ?? type} with a computed message is not supported`);
}

type Said = ReturnType<typeof defaultMetadataStorage.findTypeMetadata> | undefined;

/** What `@Type` says that the field holds: objects of one class, or of one of several that a field of theirs tells apart. */
function heldBy(target: Type, name: string, nested: (type: Type) => JsonSchema): JsonSchema {
  const said = defaultMetadataStorage.findTypeMetadata(target, name) as Said;
  const { discriminator, keepDiscriminatorProperty } = said?.options ?? {};
  if (!discriminator) return nested(typeOf(said, target, name));
  if (!keepDiscriminatorProperty) throw new Error('@Type with a discriminator must keep its property');
  const { property, subTypes } = discriminator;
  const kinds = subTypes.map(({ name: kind, value }) => {
    const type = value as Type;
    const field = schemaOf(type).properties?.[property];
    if (!schemaOf(type).required?.includes(property) || field?.enum?.length !== 1 || field.enum[0] !== kind) {
      throw new Error(`${type.name}.${property} must be required and be ${kind}`);
    }
    return [kind, nested(type)] as const;
  });
  const mapping = Object.fromEntries(kinds.flatMap(([kind, { $ref }]) => ($ref ? [[kind, $ref]] : [])));
  return {
    type: 'object',
    discriminator: { propertyName: property, ...(Object.keys(mapping).length > 0 && { mapping }) },
    oneOf: kinds.map(([, schema]) => schema),
  };
}

function typeOf(said: Said, target: Type, name: string): Type {
  const type: unknown =
    said?.typeFunction() ?? Reflect.getMetadata('design:type', target.prototype as object, name);
  if (typeof type === 'function' && type !== Object && type !== Array) return type as Type;
  throw new Error('@ValidateNested needs @Type(() => …)');
}

/** What the class itself gives the field: its default. */
function initialOf(target: Type, name: string): unknown {
  return (new target() as Record<string, unknown>)[name];
}
