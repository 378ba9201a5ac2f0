import type { ItemAnswerData } from './answer-schema';
import type { AnswerData } from './messages';
import { record, state, text } from './schema-parts';

export const ANSWER_CLASS = { enum: ['FULL', 'PARTIAL', 'NEGATIVE'] } as const;

/** The data of `request-answered`, version 1: a request had one arm. */
export const answerSchemaV1 = record(
  {
    outcome: text(64),
    answerClass: ANSWER_CLASS,
    lastLegalHolder: text(1000),
    onwardState: state,
    documentReference: text(500),
    remarks: text(8000),
    restriction: record({ ground: text(64), reason: text(4000) }, ['ground', 'reason']),
  },
  ['outcome', 'answerClass'],
);

/** As the schema of version 1 has let it through. */
export type AnswerDataV1 = Omit<ItemAnswerData, 'item'> & { readonly answerClass: string };

/** Version 1 in the form of version 2: what was said is said of item 1. */
export function answerDataOfV1({ answerClass, ...answer }: AnswerDataV1): AnswerData {
  return { answers: [{ item: 1, ...answer }], answerClass };
}
