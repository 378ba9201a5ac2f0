import { valueAt } from './cells';

/** What a matter was answered, as far as its reader may see it outside the exchange. */
export interface ShownReplies {
  /** The first answer, with the class of the whole. */
  readonly answer?: object;
  readonly answers?: readonly object[];
  /** How the answers on each item must be handled, and whether they may go out. */
  readonly items?: readonly object[];
  readonly refusal?: object;
}

/** Columns of what was answered: the first answer on the item of the row; what was added to it stands under `supplements`. */
export const REPLY_COLUMNS = [
  'answerClass',
  'released',
  'conditions',
  'answer.outcome',
  'answer.lastLegalHolder',
  'answer.lastLegalHolderKind',
  'answer.onwardState',
  'answer.documentReference',
  'answer.remarks',
  'answer.chain',
  'answer.stolenLostMatch.register',
  'answer.stolenLostMatch.reference',
  'answer.pointOfDiversion.cause',
  'answer.pointOfDiversion.from',
  'answer.pointOfDiversion.to',
  'answer.pointOfDiversion.place',
  'answer.restriction.ground',
  'answer.restriction.reason',
  'supplements',
  'refusal.ground',
  'refusal.reason',
] as const;

/** What is said of the whole: every answer, with the conditions that travel with it (ITI 15). */
export function repliesAbout({ answer, answers, items, refusal }: ShownReplies): object {
  return {
    ...(answer && { answerClass: valueAt(answer, 'answerClass') }),
    ...(answers && { answers }),
    ...(items && { items }),
    ...(refusal && { refusal }),
  };
}

/** What is said of one item. */
export function repliesOn(number: number, { answers = [], items = [] }: ShownReplies): object {
  const [answer, ...supplements] = answers.filter((one) => valueAt(one, 'item') === number);
  const handling = items.find((one) => valueAt(one, 'item') === number);
  return {
    answer,
    ...(supplements.length > 0 && { supplements }),
    released: valueAt(handling, 'decision.released'),
    conditions: valueAt(handling, 'handling.conditions'),
  };
}
