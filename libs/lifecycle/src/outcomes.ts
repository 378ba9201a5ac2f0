/** What the registers of the State asked gave for one item. */
export const OUTCOMES = [
  'TRACED_DIVERSION',
  'TRACED_LAST_HOLDER',
  'TRACED_EXPORTED_ON',
  'MATCH_STOLEN_LOST',
  'MADE_HERE_NO_SALE_RECORD',
  'NO_TRANSFER_RECORD',
  'RECORD_EXPIRED',
  'TOO_OLD',
  'ID_INSUFFICIENT',
  'ID_MISMATCH',
  'NOT_MADE_HERE',
  'COPY',
  'STATE_STOCK_CONFIRMED',
  'AMMO_MULTI_RECIPIENT',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a whole request counts as answered. "No record found" is an answer (NEGATIVE), never silence. */
export type AnswerClass = 'FULL' | 'PARTIAL' | 'NEGATIVE';

const classes: Readonly<Record<Outcome, AnswerClass>> = {
  TRACED_DIVERSION: 'FULL',
  TRACED_LAST_HOLDER: 'FULL',
  TRACED_EXPORTED_ON: 'FULL',
  MATCH_STOLEN_LOST: 'FULL',
  MADE_HERE_NO_SALE_RECORD: 'FULL',
  STATE_STOCK_CONFIRMED: 'FULL',
  // A lot that was sold to several: the one recipient is not known.
  AMMO_MULTI_RECIPIENT: 'PARTIAL',
  NO_TRANSFER_RECORD: 'NEGATIVE',
  RECORD_EXPIRED: 'NEGATIVE',
  TOO_OLD: 'NEGATIVE',
  ID_INSUFFICIENT: 'NEGATIVE',
  ID_MISMATCH: 'NEGATIVE',
  NOT_MADE_HERE: 'NEGATIVE',
  COPY: 'NEGATIVE',
};

/** A code of a later version is an answer all the same, and nothing says that it is a full one. */
export function classOfOutcome(outcome: string): AnswerClass {
  return isOutcome(outcome) ? classes[outcome] : 'PARTIAL';
}

const isOutcome = (code: string): code is Outcome => Object.hasOwn(classes, code);
