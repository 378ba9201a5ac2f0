import fc from 'fast-check';
import type { Operation, Schema } from './api-document';
import { broken, hostile, jsonOf } from './broken-values';
import { bodies, contentTypes, headers, pictures, places } from './hostile-parts';
import { breakable, brokenQuery, hostileQuery, queryOf } from './planned-query';
import { type Filling, known } from './filling';
import { type Familiar, valid } from './valid-values';

/** `valid`: all as the document asks; `broken`: one rule of the body or the query is broken; `hostile`: anything. */
export type Intent = 'valid' | 'broken' | 'hostile';

export interface PlannedRequest {
  readonly operation: Operation;
  readonly intent: Intent;
  /** By name of the parameter of the path. */
  readonly places: Readonly<Record<string, Filling>>;
  readonly query: readonly (readonly [string, Filling])[];
  readonly headers: Readonly<Record<string, Filling>>;
  /** Which of the tokens at hand goes along, or what stands in its place; undefined where no header does. */
  readonly token: number | string | undefined;
  readonly contentType: string | undefined;
  readonly body: string | Uint8Array | undefined;
}

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Requests to one operation, told apart by what they mean to do. */
export function requestsTo(
  operation: Operation,
  familiar: Familiar,
  tokens: number,
): fc.Arbitrary<PlannedRequest> {
  const { parameters, requestBody } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const takesBytes = requestBody !== undefined && body === undefined;
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const canBreak = body !== undefined || queries.some(({ schema }) => breakable(schema));
  const common = {
    operation: fc.constant(operation),
    places: fc.record(Object.fromEntries(placesIn(operation).map((name) => [name, places]))),
    token: fc.oneof(
      { arbitrary: fc.nat(tokens - 1), weight: 20 },
      fc.constantFrom(undefined, '', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eDp5', 'bearer é'),
    ),
  };
  const bare = {
    headers: fc.constant({}),
    contentType: fc.constant(takesBytes ? 'image/png' : body && 'application/json'),
  };
  const plain = fc.record({
    ...common,
    ...bare,
    intent: fc.constant('valid' as const),
    places: fc.record(Object.fromEntries(placesIn(operation).map((name) => [name, known]))),
    query: queryOf(queries, familiar),
    token: fc.nat(tokens - 1),
    body: body ? valid(body, familiar).map(jsonOf) : fc.constant(takesBytes ? dot : undefined),
  });
  const nearly = () =>
    fc.record({
      ...common,
      ...bare,
      intent: fc.constant('broken' as const),
      query: body ? queryOf(queries, familiar) : brokenQuery(queries, familiar),
      body: body ? broken(body, familiar).map(jsonOf) : fc.constant(undefined),
    });
  const wild = fc.record({
    ...common,
    intent: fc.constant('hostile' as const),
    query: fc.oneof(queryOf(queries, familiar), hostileQuery(queries)),
    headers,
    contentType: contentTypes,
    body: body
      ? hostileBody(body, familiar)
      : fc.option(fc.oneof(bodies, pictures), { freq: 1, nil: undefined }),
  });
  return canBreak
    ? fc.oneof(
        { arbitrary: plain, weight: 5 },
        { arbitrary: nearly(), weight: 2 },
        { arbitrary: wild, weight: 5 },
      )
    : fc.oneof({ arbitrary: plain, weight: 2 }, { arbitrary: wild, weight: 2 });
}

const placesIn = ({ path }: Operation) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Body as the document asks, with anything in the place of one of its fields; or no JSON at all. */
function hostileBody(schema: Schema, familiar: Familiar): fc.Arbitrary<string> {
  const { properties = {} } = schema;
  const whole = valid(schema, familiar) as fc.Arbitrary<object>;
  const replaced = fc
    .tuple(whole, fc.constantFrom(...Object.keys(properties)), hostile)
    .map(([value, name, wrong]) => jsonOf({ ...value, [name]: wrong }));
  const doubled = whole.map((value) => jsonOf(value).replace(/^\{/, '{"occurredAt":null,"occurredAt":null,'));
  return fc.oneof(
    { arbitrary: whole.map(jsonOf), weight: 4 },
    { arbitrary: replaced, weight: 4 },
    { arbitrary: fc.oneof(doubled, bodies), weight: 1 },
  );
}
