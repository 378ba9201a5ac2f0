import type { Outcome } from './outcomes';

/** Whether an outcome says where the arm became illicit, as SDG indicator 16.4.2 counts it. */
export type Traced = 'yes' | 'by policy' | 'no';

/** Every outcome counts as answered; few count as traced. */
export const TRACED: Readonly<Record<Outcome, Traced>> = {
  TRACED_DIVERSION: 'yes',
  // The holder is named and the diversion still open: whether that is a trace is for each State to say.
  TRACED_LAST_HOLDER: 'by policy',
  // The chain is open: the next State is to be asked.
  TRACED_EXPORTED_ON: 'no',
  MATCH_STOLEN_LOST: 'yes',
  MADE_HERE_NO_SALE_RECORD: 'no',
  NO_TRANSFER_RECORD: 'no',
  RECORD_EXPIRED: 'no',
  TOO_OLD: 'no',
  ID_INSUFFICIENT: 'no',
  ID_MISMATCH: 'no',
  NOT_MADE_HERE: 'no',
  COPY: 'no',
  STATE_STOCK_CONFIRMED: 'yes',
  AMMO_MULTI_RECIPIENT: 'no',
};

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
    const counts = TRACED[outcome];
    return !restricted && (counts === 'yes' || (counts === 'by policy' && lastHolderCounts));
  }).length;
  const answered = items.length;
  return { traced, answered, share: answered === 0 ? null : traced / answered };
}
