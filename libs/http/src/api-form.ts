import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';

const forms = new Set<Type>();
const schemas = new Map<string, object>();

const examples = new Map<Type, object>();

/** By DTO class: a body that is taken as it is. */
export const bodyExamples: ReadonlyMap<Type, object> = examples;

/** Shows a body of this class in the description of the API. */
export const ApiExample =
  <Body extends object>(value: NoInfer<Body>) =>
  (type: Type<Body>): void => {
    examples.set(type, value);
  };

/** DTO classes that answers hold: described by their rules, as those of bodies are. */
export const answeredForms: ReadonlySet<Type> = forms;

/** Schemas that answers hold and no class describes, by the names that they have in the document. */
export const answeredSchemas: ReadonlyMap<string, object> = schemas;

/** A field of an answer that has the form of a DTO class, whose rules describe it. */
export function ApiForm(
  type: Type,
  description: string,
  { required = false }: { readonly required?: boolean } = {},
): PropertyDecorator {
  forms.add(type);
  const property = { allOf: [{ $ref: getSchemaPath(type) }], description };
  return required ? ApiProperty(property) : ApiPropertyOptional(property);
}

export interface NamedSchema {
  readonly name: string;
  readonly schema: object;
  /** True for a list of it. */
  readonly list?: boolean;
}

/** A field of an answer that is described elsewhere, as in the messages between States. */
export function ApiNamed(
  { name, schema, list = false }: NamedSchema,
  description: string,
): PropertyDecorator {
  schemas.set(name, schema);
  const $ref = `#/components/schemas/${name}`;
  return list
    ? ApiPropertyOptional({ type: 'array', items: { $ref }, description })
    : ApiPropertyOptional({ allOf: [{ $ref }], description });
}
