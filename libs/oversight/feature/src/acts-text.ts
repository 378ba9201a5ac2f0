import { type NotedAct, type NotedFactType, notedFactTypes } from '@vestigo/oversight/domain';

const none: readonly NotedAct[] = [];
const typesByName = new Map<string, NotedFactType>(notedFactTypes.map((type) => [type, type]));

/** `DelayNotified 1772409600000 1772409600123 ITI22_INVESTIGATION`, the code percent-encoded; null where there are none, as mostly. */
export function actsText(acts: readonly NotedAct[]): string | null {
  if (acts.length === 0) return null;
  return acts
    .map(({ type, occurredAt, recordedAt, code }) =>
      [type, occurredAt, recordedAt, encodeURIComponent(code.toWellFormed())].join(' '),
    )
    .join('\n');
}

/** Throws for a text that was not written by `actsText`. */
export function actsOf(text: string | null): readonly NotedAct[] {
  return text === null ? none : text.split('\n').map(actOf);
}

function actOf(line: string): NotedAct {
  const [name = '', occurredAt, recordedAt, code = ''] = line.split(' ');
  const type = typesByName.get(name);
  if (type === undefined) throw new Error(`${JSON.stringify(name)} is no act that is kept here`);
  return {
    type,
    code: decodeURIComponent(code),
    occurredAt: Number(occurredAt),
    recordedAt: Number(recordedAt),
  };
}
