import type { JsonSchema } from './json-schema';

/** Reads what arrives as text by what its schema wants; a text that cannot be read stays one and is refused later. */
export type Reading = (fields: Record<string, unknown>) => void;

export function readingOf({ properties = {} }: JsonSchema): Reading {
  const readers = Object.entries(properties).flatMap(([name, schema]) => {
    const read = readerOf(schema);
    return read ? [[name, read] as const] : [];
  });
  return (fields) => {
    for (const [name, read] of readers) if (fields[name] !== undefined) fields[name] = read(fields[name]);
  };
}

type Reader = (value: unknown) => unknown;

function readerOf({ type, items }: JsonSchema): Reader | undefined {
  if (type === 'integer' || type === 'number') return numberIn;
  if (type === 'boolean') return truthIn;
  if (type !== 'array' || !items) return undefined;
  const read = readerOf(items);
  return (value) => (read ? [value].flat().map(read) : [value].flat());
}

/** Decimal digits only: JavaScript would read blanks as 0 and `0x10` as 16. */
function numberIn(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function truthIn(value: unknown): unknown {
  return value === 'true' || (value === 'false' ? false : value);
}
