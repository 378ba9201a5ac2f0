/** The part of JSON Schema that rules are written in; it reads the same in OpenAPI 3.0. */
export interface JsonSchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly allOf?: readonly JsonSchema[];
  /** One of several objects, told apart by the field that `discriminator` names. */
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: {
    readonly propertyName: string;
    /** By value of that field: the schema that is referred to. */
    readonly mapping?: Readonly<Record<string, string>>;
  };
  readonly default?: unknown;
  readonly $ref?: string;
  /** By keyword: what its author says to whoever breaks the rule. */
  readonly 'x-remedies'?: Readonly<Record<string, string>>;
}

type Keyword = keyof JsonSchema;

/** Both at once: of two limits the narrower, of two patterns each. Throws when they contradict each other. */
export function narrow(schema: JsonSchema, rule: JsonSchema): JsonSchema {
  const { pattern, 'x-remedies': remedies, ...others } = rule;
  if (schema.pattern !== undefined && pattern !== undefined && schema.pattern !== pattern) {
    const also: JsonSchema = { pattern, ...(remedies && { 'x-remedies': remedies }) };
    return narrow({ ...schema, allOf: [...(schema.allOf ?? []), also] }, others);
  }
  const keywords = Object.keys(rule) as Keyword[];
  return keywords.reduce(
    (all, keyword) => ({ ...all, [keyword]: both(keyword, all[keyword], rule[keyword]) }),
    schema,
  );
}

function both(keyword: Keyword, one: unknown, other: unknown): unknown {
  if (one === undefined || one === other) return other;
  if (keyword === 'x-remedies') return { ...(one as object), ...(other as object) };
  if (keyword === 'type' && isNumeric(one) && isNumeric(other)) return 'integer';
  if (typeof one === 'number' && typeof other === 'number') {
    return keyword.startsWith('min') ? Math.max(one, other) : Math.min(one, other);
  }
  throw new Error(`its rules want ${keyword} to be ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
}

const isNumeric = (type: unknown) => type === 'integer' || type === 'number';
