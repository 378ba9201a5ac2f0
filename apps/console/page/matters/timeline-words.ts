import type { Schemas } from '../api/client';

export type TimelineEntry = Schemas['TimelineEntry'];

/** What an act says, as far as the reader may see it. */
export interface TimelineWords {
  /** Kind of code and code. */
  readonly codes: readonly (readonly ['ground' | 'conclusion' | 'result', string])[];
  readonly items: readonly number[];
  readonly expectedOn?: string | undefined;
  /** A State by its code, or somebody in words. */
  readonly recipient?: string | undefined;
  /** What somebody wrote. */
  readonly words: readonly string[];
}

const coded = [
  ['ground', 'ground'],
  ['conclusion', 'conclusion'],
  ['answerClass', 'result'],
] as const;
const written = ['text', 'information', 'reason', 'purpose', 'terms', 'body'] as const;

export function wordsIn({ said = {} }: Pick<TimelineEntry, 'said'>): TimelineWords {
  return {
    codes: coded.flatMap(([name, kind]) => {
      const code = said[name];
      return code === undefined ? [] : [[kind, code] as const];
    }),
    items: said.items ?? [],
    expectedOn: said.expectedOn,
    recipient: said.recipient,
    words: written.flatMap((name) => said[name] ?? []),
  };
}
