import { isRecord, type Json, listAt, type Writing } from './writing';

/** One sign of a serial number, and what it may be beside what it looks like. */
export interface Sign {
  /** Counted from 1. */
  readonly position: number;
  readonly sign: string;
  readonly isUncertain: boolean;
  readonly candidates: readonly string[];
}

export function signsOf(serial: Writing): readonly Sign[] {
  const text = serial['asObserved'];
  const marked = listAt(serial, '/uncertainPositions').filter(isRecord);
  return Array.from(typeof text === 'string' ? text : '').map((sign, index) => {
    const position = index + 1;
    const found = marked.find((one) => one['position'] === position);
    const candidates = listAt(found ?? {}, '/candidates').filter((one) => typeof one === 'string');
    return { position, sign, isUncertain: found !== undefined, candidates };
  });
}

/** The list as it is written down, with one sign marked, with its candidates, or no longer marked. */
export function withSign(
  signs: readonly Sign[],
  position: number,
  candidates: readonly string[] | undefined,
): Json[] {
  return signs.flatMap((one) => {
    const said = one.position === position ? candidates : one.isUncertain ? one.candidates : undefined;
    return said === undefined ? [] : [{ position: one.position, candidates: said }];
  });
}

/** `B, 8` or `B8` are two candidates, each one sign. */
export const candidatesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text).filter((sign) => !/[\s,;،、/]/u.test(sign))),
];
