/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A request as far as it is written. Its fields are named by JSON pointers, by which the API names what is to be mended. */
export interface Writing {
  readonly [name: string]: Json;
}

export const emptyItem: Writing = { kind: 'ARM' };

export const emptyWriting: Writing = { priority: 'ROUTINE', items: [emptyItem] };

export const isRecord = (value: unknown): value is Writing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the API gives under names that it does not describe. */
export function jsonOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object' || value === null) return null;
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    members.flatMap(([name, one]) => (one === undefined ? [] : [[name, jsonOf(one)] as const])),
  );
}

export const recordOf = (value: unknown): Writing => {
  const plain = jsonOf(value);
  return isRecord(plain) ? plain : {};
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const stepsOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

export function valueAt(writing: Json | undefined, pointer: string): Json | undefined {
  let value = writing;
  for (const step of stepsOf(pointer)) {
    if (isList(value)) value = value[Number(step)];
    else if (isRecord(value)) value = value[step];
    else return undefined;
  }
  return value;
}

export function textAt(writing: Json, pointer: string): string {
  const value = valueAt(writing, pointer);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function textsAt(writing: Json, pointer: string): readonly string[] {
  const value = valueAt(writing, pointer);
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function listAt(writing: Json, pointer: string): readonly Json[] {
  const value = valueAt(writing, pointer);
  return isList(value) ? value : [];
}

/** The same writing with another value in one place; what is empty is left out. */
export function withValue(writing: Writing, pointer: string, value: Json | undefined): Writing {
  const changed = changedAt(writing, stepsOf(pointer), value);
  return isRecord(changed) ? changed : {};
}

function changedAt(
  here: Json | undefined,
  steps: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (isList(here))
    return here.map((one, index) => (index === Number(step) ? (changedAt(one, rest, value) ?? {}) : one));
  const { [step]: before, ...others } = isRecord(here) ? here : {};
  const inner = changedAt(before, rest, value);
  return inner === undefined || isEmpty(inner) ? others : { ...others, [step]: inner };
}

const isEmpty = (value: Json): boolean =>
  value === '' || (isList(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0);

export const withOneMore = (writing: Writing, pointer: string, one: Json): Writing =>
  withValue(writing, pointer, [...listAt(writing, pointer), one]);

export const withoutOne = (writing: Writing, pointer: string, index: number): Writing =>
  withValue(
    writing,
    pointer,
    listAt(writing, pointer).filter((_, place) => place !== index),
  );
