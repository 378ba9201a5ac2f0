export const state = { type: 'string', pattern: '^[A-Z]{3}$' } as const;
export const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
export const flag = { type: 'boolean' } as const;
export const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum }) as const;
/** A code of the sender's: one that is not known here is no reason to leave a request unanswered. */
export const code = text(64);
export const list = (maxItems: number, items: object) => ({ type: 'array', maxItems, items }) as const;
export const codes = (items: object) => ({ type: 'array', minItems: 1, maxItems: 16, items }) as const;

/** Not `format: uuid`, which takes `urn:uuid:` as well. */
export const uuid = {
  type: 'string',
  pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
} as const;

/** ISO 8601 calendar date, or no more of it than its year, or year and month. */
export const partialDate = {
  anyOf: [
    { type: 'string', format: 'date' },
    { type: 'string', pattern: '^\\d{4}(?:-(?:0[1-9]|1[0-2]))?$' },
  ],
} as const;

export const record = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** What is said openly, but not nested without end: no desk could write it down again. */
export function described(levels: number): object {
  const plain = { type: ['string', 'number', 'boolean', 'null'] };
  if (levels === 0) return plain;
  const next = described(levels - 1);
  return { anyOf: [plain, { type: 'array', items: next }, { type: 'object', additionalProperties: next }] };
}
