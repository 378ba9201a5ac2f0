import { useState } from 'react';

/** The line of a list that the keyboard stands on: its link has the focus, so that Enter opens it. */
export function useChosenLine(count: number) {
  const [at, setAt] = useState(-1);
  const go = (place: number) => {
    const within = Math.max(0, Math.min(count - 1, place));
    setAt(within);
    linkOf(within)?.focus();
    linkOf(within)?.scrollIntoView({ block: 'nearest' });
  };
  return {
    at,
    next: () => go(at + 1),
    before: () => go(at - 1),
    open: () => linkOf(Math.max(0, at))?.click(),
  };
}

const linkOf = (place: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-line="${place}"] a`);
