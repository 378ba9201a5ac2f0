import type { ReceivedItemAnswer } from '@vestigo/lifecycle';
import type { StepEvent } from './trace-case.events';

/** Version 1 of `CaseAnswered`: a request had one arm, and its answer stood in the event itself. */
export interface CaseAnsweredV1 extends Omit<ReceivedItemAnswer, 'item'> {
  readonly answerClass: string;
}

/** The arm is item 1. */
export function caseAnsweredV2({ answerClass, ...answer }: CaseAnsweredV1): StepEvent<'answer'>['data'] {
  return { answers: [{ item: 1, ...answer }], answerClass };
}
