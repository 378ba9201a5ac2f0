import fc from 'fast-check';
import type { Operation, Schema } from './api-document';
import { broken, hostile, jsonOf } from './broken-values';
import { bodies, contentTypes, headers, pictures, places } from './hostile-parts';
import { breakable, brokenQuery, hostileQuery, queryOf } from './planned-query';
import { type Filling, known, words } from './filling';
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
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Of one request, which lacks what it must say. */
const file = 'respondingState,priority\r\nUSA,ROUTINE\r\n';

/** Requests to one operation, told apart by what they mean to do. */
export function requestsTo(
  operation: Operation,
  familiar: Familiar,
  tokens: number,
): fc.Arbitrary<PlannedRequest> {
  const { parameters, requestBody } = operation;
  const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};
  // A file is sent as it is, whatever it holds.
  const body = schema?.properties ? schema : undefined;
  const [fileType = 'image/png'] = Object.keys(requestBody?.content ?? {});
  const takesBytes = requestBody !== undefined && body === undefined;
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const canBreak = body !== undefined || queries.some(({ schema }) => breakable(schema));
  const common = {
    operation: fc.constant(operation),
    places: fc.record(placesOf(operation, familiar, [{ arbitrary: places, weight: 1 }])),
    token: fc.oneof(
      { arbitrary: fc.nat(tokens - 1), weight: 20 },
      fc.constantFrom(undefined, '', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eDp5', 'bearer é'),
    ),
  };
  const bare = {
    headers: fc.constant({}),
    contentType: fc.constant(takesBytes ? fileType : body && 'application/json'),
  };
  const plain = fc.record({
    ...common,
    ...bare,
    intent: fc.constant('valid' as const),
    places: fc.record(placesOf(operation, familiar, [])),
    query: queryOf(queries, familiar),
    token: fc.nat(tokens - 1),
    body: body
      ? validBody(body, examplesIn(body, examples), familiar).map(jsonOf)
      : fc.constant(takesBytes ? (fileType.startsWith('image/') ? dot : file) : undefined),
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

function examplesIn(
  { example }: Schema,
  examples: Readonly<Record<string, { readonly value: unknown }>>,
): readonly { readonly value: unknown }[] {
  return [...Object.values(examples), ...(example === undefined ? [] : [{ value: example }])];
}

/** What the document gives as an example, also with one more field, is of use where it is hard to say something that makes sense. */
function validBody(
  schema: Schema,
  examples: readonly { readonly value: unknown }[],
  familiar: Familiar,
): fc.Arbitrary<unknown> {
  const made = valid(schema, familiar);
  if (examples.length === 0) return made;
  const given = fc.constantFrom(...examples.map(({ value }) => value as object));
  const fields = Object.entries(schema.properties ?? {});
  const changed = fc.oneof(
    ...fields.map(([name, field]) =>
      fc.tuple(given, valid(field, familiar)).map(([one, value]) => ({ ...one, [name]: value })),
    ),
  );
  return fc.oneof({ arbitrary: given, weight: 2 }, { arbitrary: changed, weight: 3 }, made);
}

function placesOf(
  { parameters }: Operation,
  familiar: Familiar,
  others: readonly fc.WeightedArbitrary<Filling>[],
): Record<string, fc.Arbitrary<Filling>> {
  return Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, schema }) => [
        name,
        fc.oneof(
          { arbitrary: known(placeSchema(schema), familiar), weight: 6 },
          ...(name === 'code' ? [{ arbitrary: ownCode(familiar), weight: 6 }] : []),
          ...others,
        ),
      ]),
  );
}

const ownCode = (familiar: Familiar) => words(...[...familiar].map(String));

/** A text of any kind would rarely be one part of an address. */
const placeSchema = (schema: Schema): Schema =>
  schema.type === 'string' && !schema.pattern && !schema.enum ? { type: 'string', format: 'uuid' } : schema;

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
