import type { ReceivedItemAnswer } from '@vestigo/lifecycle';
import type { Echo, ReplyEvent } from './tracing-request.events';

/** Version 1 of `AnswerReceived`: a request had one arm, and its answer stood in the event itself. */
export interface AnswerReceivedV1 extends Echo, Omit<ReceivedItemAnswer, 'item'> {
  readonly answerClass: string;
}

/** The arm is item 1. */
export function answerReceivedV2({
  respondedAt,
  answerClass,
  ...answer
}: AnswerReceivedV1): ReplyEvent<'answer'>['data'] {
  return { respondedAt, answers: [{ item: 1, ...answer }], answerClass };
}
