import type { DomainEvent } from '@vestigo/kernel';
import type { ReceivedItemAnswer } from '@vestigo/lifecycle';
import type { Echo, TracingRequestEvent } from './tracing-request.events';

/** Version 1 of `AnswerReceived`: a request had one arm, and its answer stood in the event itself. */
export type AnswerReceivedV1 = DomainEvent<
  'AnswerReceived',
  Echo & Omit<ReceivedItemAnswer, 'item'> & { readonly answerClass: string }
>;

/** `AnswerReceived` version 1 in the form of version 2: what was said is said of item 1. */
export function answerReceivedV2({ respondedAt, answerClass, ...answer }: AnswerReceivedV1['data']) {
  return { respondedAt, answerClass, answers: [{ item: 1, ...answer }] };
}

/** The current form of an event that a store holds, of whatever version. */
export function currentRequestEvent(event: TracingRequestEvent | AnswerReceivedV1): TracingRequestEvent {
  if (!isFirstVersion(event)) return event;
  return { ...event, data: answerReceivedV2(event.data) };
}

function isFirstVersion(event: TracingRequestEvent | AnswerReceivedV1): event is AnswerReceivedV1 {
  return event.type === 'AnswerReceived' && !('answers' in event.data);
}
