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
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How an answer counts. "No record found" is an answer, never silence. */
export type AnswerClass = 'FULL' | 'PARTIAL' | 'NEGATIVE';

const negative: ReadonlySet<Outcome> = new Set([
  'NO_TRANSFER_RECORD',
  'RECORD_EXPIRED',
  'TOO_OLD',
  'ID_INSUFFICIENT',
  'ID_MISMATCH',
  'NOT_MADE_HERE',
  'COPY',
]);

/** A restricted answer is a partial one, whatever it says. */
export function answerClassOf(outcome: Outcome, restricted: boolean): AnswerClass {
  if (restricted) return 'PARTIAL';
  return negative.has(outcome) ? 'NEGATIVE' : 'FULL';
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
