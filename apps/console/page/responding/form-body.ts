import type { Body, Json } from './act-draft';

/** A JSON pointer (RFC 6901) without escapes: the names of these forms have neither / nor ~. */
export type Pointer = string;

const stepsOf = (pointer: Pointer): readonly string[] => pointer.split('/').slice(1);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isBody = (value: Json | undefined): value is Body => typeof value === 'object' && !isList(value);

export function valueAt(body: Json | undefined, pointer: Pointer): Json | undefined {
  return stepsOf(pointer).reduce<Json | undefined>((value, name) => {
    if (isList(value)) return value[Number(name)];
    return isBody(value) ? value[name] : undefined;
  }, body);
}

export function textAt(body: Body, pointer: Pointer): string {
  const value = valueAt(body, pointer);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function listAt(body: Body, pointer: Pointer): readonly Json[] {
  const value = valueAt(body, pointer);
  return isList(value) ? value : [];
}

/** The body with a value in that place, or without it when that is undefined. What is on the way is made. */
export function put(body: Body, pointer: Pointer, value: Json | undefined): Body {
  const changed = putIn(body, stepsOf(pointer), value);
  return isBody(changed) ? changed : body;
}

function putIn(
  before: Json | undefined,
  [name, ...rest]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (name === undefined) return value;
  if (isList(before)) {
    const list = [...before];
    const next = putIn(list[Number(name)], rest, value);
    if (next === undefined) list.splice(Number(name), 1);
    else list[Number(name)] = next;
    return list;
  }
  const { [name]: held, ...others } = isBody(before) ? before : {};
  const next = putIn(held, rest, value);
  return next === undefined ? others : { ...others, [name]: next };
}

/** Without what was left empty: the service is told what there is. */
export function pruned(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, Json][] => {
      const kept = prunedValue(value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function prunedValue(value: Json): Json | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (isList(value)) {
    const list = value.map(prunedValue).filter((each) => each !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (!isBody(value)) return value;
  const kept = pruned(value);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
