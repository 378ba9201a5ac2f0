import { OUTCOME_MEANINGS, type Outcome } from './codes';

/** How the items of one or many requests were answered. */
export interface AnsweredItem {
  readonly outcome: Outcome;
  /** Part of the answer is held back: then nothing counts as traced. */
  readonly restricted: boolean;
}

export interface TracedYield {
  readonly traced: number;
  readonly answered: number;
  /** null when nothing was answered: no answer is not a yield of 0. */
  readonly share: number | null;
}

/**
 * How many of the answered items were traced. `lastHolderCounts`: the policy on answers that name the last legal holder
 * and leave the diversion open; figures say which one was used.
 */
export function tracedYield(items: readonly AnsweredItem[], lastHolderCounts: boolean): TracedYield {
  const traced = items.filter(({ outcome, restricted }) => {
    const meaning = OUTCOME_MEANINGS[outcome].traced;
    return !restricted && (meaning === 'yes' || (meaning === 'by policy' && lastHolderCounts));
  }).length;
  const answered = items.length;
  return { traced, answered, share: answered === 0 ? null : traced / answered };
}
