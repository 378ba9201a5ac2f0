type Schema = Readonly<Record<string, unknown>>;

/** An object of which nothing is promised but that it is one. */
export const openObject = { type: 'object', additionalProperties: true } as const;

/** A handling condition as it was given: its kind, and what belongs to the kind. Kinds that nobody here knows come as they are. */
export const conditionSchema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string', example: 'NO_ONWARD' } },
  additionalProperties: true,
};

/**
 * The JSON Schema of a message in the words of OpenAPI 3.0, which knows neither `const` nor `if`. `partly`: fields may be left out at
 * any depth, as they are for a reader whom handling conditions keep out.
 */
export function openApiOf(schema: object, { partly = false } = {}): object {
  const inner = (value: unknown): unknown => (isSchema(value) ? openApiOf(value, { partly }) : value);
  const {
    const: only,
    allOf,
    required,
    properties,
    items,
    anyOf,
    additionalProperties,
    ...rules
  } = schema as Schema;
  if (only !== undefined) return { enum: [only] };
  const forms = formsIn(allOf);
  if (forms.length > 0) return { oneOf: forms.map(inner) };
  return {
    ...rules,
    ...(Array.isArray(required) && required.length > 0 && !partly && { required }),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one)])),
    }),
    ...(items !== undefined && { items: inner(items) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(inner) }),
    ...(additionalProperties !== undefined && { additionalProperties: additionalProperties !== false }),
  };
}

/** What `if … then …` says of each kind of an object. */
function formsIn(allOf: unknown): readonly unknown[] {
  if (!Array.isArray(allOf)) return [];
  return allOf.flatMap((one: unknown) => (isSchema(one) && 'if' in one ? [one['then']] : []));
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** Codes that stand in many places, by the name that they have in the document. */
type NamedCodes = Readonly<Record<string, readonly string[]>>;

/** The same part of a document with each list of codes under its name, and the type of every list of values said. */
export function withNamedCodes<Part>(part: Part, named: NamedCodes): Part {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one: unknown) => withNamedCodes(one, named)) as Part;
  const schema = part as Schema;
  const choices = schema['enum'];
  if (Array.isArray(choices)) return codesOf(schema, choices, named) as Part;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withNamedCodes(value, named)]),
  ) as Part;
}

function codesOf(schema: Schema, choices: readonly unknown[], named: NamedCodes): Schema {
  const [name] =
    Object.entries(named).find(
      ([, codes]) => codes.length === choices.length && codes.every((code, index) => code === choices[index]),
    ) ?? [];
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  if (schema['type'] !== undefined) return schema;
  if (choices.every((choice) => typeof choice === 'string')) return { type: 'string', ...schema };
  return choices.every((choice) => Number.isInteger(choice)) ? { type: 'integer', ...schema } : schema;
}
