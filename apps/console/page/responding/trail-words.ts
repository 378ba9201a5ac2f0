import type { Case } from './case.query';

type Entry = Case['timeline'][number];

/** What an act says, as far as the reader may see it. */
export interface TrailWords {
  readonly ground?: string | undefined;
  readonly items: readonly number[];
  readonly expectedOn?: string | undefined;
  /** What somebody wrote. */
  readonly words: readonly string[];
}

const written = ['text', 'information', 'reason', 'recipient', 'purpose', 'terms', 'body'];

export function wordsIn({ said }: Pick<Entry, 'said'>): TrailWords {
  const told: readonly (readonly [string, unknown])[] = Object.entries(said ?? {});
  const textOf = (name: string) => {
    const value = told.find(([known]) => known === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const items = told.find(([name]) => name === 'items')?.[1];
  return {
    ground: textOf('ground'),
    items: Array.isArray(items) ? items.filter((item) => typeof item === 'number') : [],
    expectedOn: textOf('expectedOn'),
    words: written.map(textOf).filter((text) => text !== undefined),
  };
}

/** What has happened since a version was seen: an event of the case for each number. */
export const since = ({ timeline }: Pick<Case, 'timeline'>, version: number): readonly Entry[] =>
  timeline.slice(version);
