import type { OpenAPIObject } from '@nestjs/swagger';
import { ifNoneMatch } from './open-api-problems';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: object;
}

interface Answer {
  readonly description?: string;
  readonly headers?: object;
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}

/** The part of an operation that is completed here. */
export interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses?: Readonly<Record<string, Answer>>;
  readonly description?: string;
  readonly security?: readonly object[];
}

/** An answer that holds a version names it as its tag, and a reader who has it is told so (`tagVersion`, `tagContent`). */
export function versioned(operation: Operation, method: string, { components }: OpenAPIObject): Operation {
  const { responses = {}, parameters = [] } = operation;
  const isVersioned = ({ content }: Answer) => {
    const name = content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
    const schema = components?.schemas?.[name] ?? {};
    return 'properties' in schema && 'version' in schema.properties;
  };
  const [status, answer] = Object.entries(responses).find(([, one]) => isVersioned(one)) ?? [];
  if (status === undefined || answer === undefined) return operation;
  const tag = {
    ETag: {
      description: 'The version, in quotes; of what is read, with a digest of what it says.',
      schema: { type: 'string' },
    },
  };
  const place = { Location: { description: 'Where it is read.', schema: { type: 'string' } } };
  const headers = { ...tag, ...(status === '201' && place) };
  const described = { ...operation, responses: { ...responses, [status]: { ...answer, headers } } };
  if (method !== 'get') return described;
  return {
    ...described,
    parameters: [...parameters, ifNoneMatch],
    responses: {
      ...described.responses,
      '304': { description: 'You have this already.', headers: tag },
    },
  };
}

/**
 * Nest writes a class that may be null as `nullable` beside `allOf`, which allows no null: every part would have to allow it
 * (OpenAPI 3.0.3).
 */
export function withAbsence(schemas: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, fieldsMayBeAbsent(schema)]),
  );
}

interface Field {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly allOf?: readonly object[];
}

function fieldsMayBeAbsent(schema: { readonly properties?: Readonly<Record<string, Field>> }): object {
  const { properties } = schema;
  if (!properties) return schema;
  const fields = Object.entries(properties).map(([name, field]): [string, object] => {
    const { nullable = false, allOf, type: _, ...said } = field;
    const none = { type: 'object', nullable: true, enum: [null] };
    return [name, nullable && allOf ? { ...said, oneOf: [...allOf, none] } : field];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}
