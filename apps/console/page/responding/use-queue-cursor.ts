import { useState } from 'react';

/** Which line of the queue the keyboard is at, and which are selected; both by id, so that they stay when lines move. */
export interface QueueCursor {
  readonly here: string | undefined;
  readonly selected: ReadonlySet<string>;
  move(by: 1 | -1): void;
  stand(id: string): void;
  toggle(id: string | undefined): void;
  choose(ids: readonly string[]): void;
}

/** The element that `j` and `k` lead to. */
export const lineLink = (id: string): string => `case-${id}`;

export function useQueueCursor(ids: readonly string[]): QueueCursor {
  const [at, setAt] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = at !== undefined && ids.includes(at) ? at : undefined;
  const selected = new Set(ids.filter((id) => chosen.has(id)));
  return {
    here,
    selected,
    move(by) {
      const next = ids[nextIndex(here === undefined ? -1 : ids.indexOf(here), by, ids.length)];
      if (next === undefined) return;
      setAt(next);
      document.getElementById(lineLink(next))?.focus();
    },
    stand: setAt,
    toggle(id) {
      if (id === undefined) return;
      const now = new Set(selected);
      if (!now.delete(id)) now.add(id);
      setChosen(now);
    },
    choose: (all) => setChosen(new Set(all)),
  };
}

/** The first line comes after nothing, in either direction; at an end one stays. */
export function nextIndex(index: number, by: 1 | -1, count: number): number {
  if (index < 0) return 0;
  return Math.max(0, Math.min(count - 1, index + by));
}
