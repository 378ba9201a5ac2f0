import type { Decision } from './release';

/**
 * What of an answer is open: codes, States and numbers of items. Whatever is not named here is protected (names, documents, licences, dates,
 * free text), a field that is added later included.
 */
interface OpenFields {
  readonly [field: string]: 'open' | OpenFields;
}

export const OPEN_ANSWER_FIELDS: OpenFields = {
  item: 'open',
  outcome: 'open',
  answerClass: 'open',
  onwardState: 'open',
  chain: { role: 'open', state: 'open' },
  pointOfDiversion: { cause: 'open' },
  restriction: { ground: 'open' },
  conditions: { kind: 'open' },
};

/** What is left of an answer for the reader that the decision is about: each value whole or not at all. */
export function redacted(answer: object, decision: Decision): object {
  return decision.released ? answer : openFieldsOf(answer, OPEN_ANSWER_FIELDS);
}

function openFieldsOf(value: object, open: OpenFields): object {
  const left = Object.entries(value).flatMap(([field, inner]): readonly [string, unknown][] => {
    const rule = Object.hasOwn(open, field) ? open[field] : undefined;
    const part = rule === undefined ? undefined : openPart(inner, rule);
    return part === undefined ? [] : [[field, part]];
  });
  return Object.fromEntries(left);
}

/** A field that should hold a code and holds more is not open. */
function openPart(value: unknown, rule: 'open' | OpenFields): unknown {
  if (rule === 'open') return isCode(value) ? value : undefined;
  if (Array.isArray(value)) return value.map((entry: unknown) => openPart(entry, rule) ?? {});
  return typeof value === 'object' && value !== null ? openFieldsOf(value, rule) : undefined;
}

function isCode(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value));
}
