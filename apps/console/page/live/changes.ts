import type { QueryKey } from '@tanstack/react-query';

/** What the exchange says has changed for whoever is signed in. */
export interface Changes {
  /** More than is told: everything is to be read again. */
  readonly again: boolean;
  readonly requests: readonly string[];
  readonly cases: readonly string[];
  readonly oversight: readonly string[];
  readonly imports: readonly string[];
}

type Kind = Exclude<keyof Changes, 'again'>;

/** What is read under a key that begins so, and what changes it. */
const kindsOf: Readonly<Partial<Record<string, readonly Kind[]>>> = {
  requests: ['requests'],
  traces: ['requests'],
  cases: ['cases'],
  oversight: ['oversight'],
  imports: ['imports'],
};

/** One matter tells of others: a trace is read again when any of its requests may have changed. */
const readWhole: ReadonlySet<unknown> = new Set(['traces', 'oversight']);

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether what was read under this key is to be read again: every list of the kind, and of single matters those that changed. */
export function isTouched(key: QueryKey, changes: Changes): boolean {
  const [first] = key;
  const kinds = (typeof first === 'string' && kindsOf[first]) || [];
  if (kinds.length === 0) return false;
  if (changes.again) return true;
  const changed = kinds.flatMap((kind) => changes[kind]);
  if (changed.length === 0) return false;
  const named = key.filter((part) => typeof part === 'string' && uuid.test(part));
  return named.length === 0 || readWhole.has(first) || named.some((id) => changed.includes(String(id)));
}

export const isSomething = ({ again, requests, cases, oversight, imports }: Changes): boolean =>
  again || requests.length + cases.length + oversight.length + imports.length > 0;

/** Both, one after the other. */
export function joined(one: Changes, other: Changes): Changes {
  const both = (kind: Kind) => [...new Set([...one[kind], ...other[kind]])];
  return {
    again: one.again || other.again,
    requests: both('requests'),
    cases: both('cases'),
    oversight: both('oversight'),
    imports: both('imports'),
  };
}

/** Undefined where the text is none that this page understands. */
export function changesIn(said: unknown): Changes | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const of = (kind: Kind): readonly string[] => {
    const ids: unknown = Reflect.get(said, kind);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  };
  return {
    again: Reflect.get(said, 'again') === true,
    requests: of('requests'),
    cases: of('cases'),
    oversight: of('oversight'),
    imports: of('imports'),
  };
}
