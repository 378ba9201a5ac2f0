/** What the registers of the State asked gave. */
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

/** How an answer counts. "No record found" is an answer, never silence. */
export type AnswerClass = 'FULL' | 'PARTIAL' | 'NEGATIVE';

/** Whether an outcome says where the arm became illicit, as SDG indicator 16.4.2 counts it. */
export type Traced = 'yes' | 'by policy' | 'no';

interface OutcomeMeaning {
  readonly answerClass: AnswerClass;
  readonly traced: Traced;
}

const found: OutcomeMeaning = { answerClass: 'FULL', traced: 'no' };
const nothing: OutcomeMeaning = { answerClass: 'NEGATIVE', traced: 'no' };

/** Every outcome counts as answered. */
export const OUTCOME_MEANINGS: Readonly<Record<Outcome, OutcomeMeaning>> = {
  TRACED_DIVERSION: { ...found, traced: 'yes' },
  // The holder is named and the diversion still open: whether that is a trace is for each State to say.
  TRACED_LAST_HOLDER: { ...found, traced: 'by policy' },
  // The chain is open: the next State is to be asked.
  TRACED_EXPORTED_ON: found,
  MATCH_STOLEN_LOST: { ...found, traced: 'yes' },
  MADE_HERE_NO_SALE_RECORD: found,
  NO_TRANSFER_RECORD: nothing,
  RECORD_EXPIRED: nothing,
  TOO_OLD: nothing,
  ID_INSUFFICIENT: nothing,
  ID_MISMATCH: nothing,
  NOT_MADE_HERE: nothing,
  COPY: nothing,
  STATE_STOCK_CONFIRMED: { ...found, traced: 'yes' },
  // A lot sold to several says who may have had the round, not who had it.
  AMMO_MULTI_RECIPIENT: { answerClass: 'PARTIAL', traced: 'no' },
};

/** A restricted answer is a partial one, whatever it says. */
export function answerClassOf(outcome: Outcome, restricted: boolean): AnswerClass {
  return restricted ? 'PARTIAL' : OUTCOME_MEANINGS[outcome].answerClass;
}

/** The four grounds of ITI 22 for delaying, restricting or refusing. */
export const ITI_22_GROUNDS = [
  'ITI22_INVESTIGATION',
  'ITI22_CONFIDENTIALITY_LAW',
  'ITI22_NO_CONFIDENTIALITY_GUARANTEE',
  'ITI22_NATIONAL_SECURITY',
] as const;

/** A ground that no instrument knows may be recorded; it is flagged as such. */
export const GROUNDS = [...ITI_22_GROUNDS, 'OTHER_NOT_IN_TEXT'] as const;
export type Ground = (typeof GROUNDS)[number];
