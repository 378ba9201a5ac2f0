/** ISO 3166-1 alpha-3. */
export const state = { type: 'string', pattern: '^[A-Z]{3}$' } as const;

/** Not `format: uuid`, which takes `urn:uuid:` as well. */
export const uuid = {
  type: 'string',
  pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
} as const;

export const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;

export const record = (
  properties: Readonly<Record<string, object>>,
  required: readonly string[],
): object => ({
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
