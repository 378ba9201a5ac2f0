import type { DomainEvent } from '@vestigo/kernel';
import type { ReceivedItemAnswer } from '@vestigo/lifecycle';
import type { TraceCaseEvent } from './trace-case.events';

/** Version 1 of `CaseAnswered`: a request had one arm, and its answer stood in the event itself. */
export type CaseAnsweredV1 = DomainEvent<
  'CaseAnswered',
  Omit<ReceivedItemAnswer, 'item'> & { readonly answerClass: string }
>;

/** The current form of an event that a store holds, of whatever version. */
export function currentCaseEvent(event: TraceCaseEvent | CaseAnsweredV1): TraceCaseEvent {
  if (!isFirstVersion(event)) return event;
  const { answerClass, ...answer } = event.data;
  return { ...event, data: { answers: [{ item: 1, ...answer }], answerClass } };
}

function isFirstVersion(event: TraceCaseEvent | CaseAnsweredV1): event is CaseAnsweredV1 {
  return event.type === 'CaseAnswered' && !('answers' in event.data);
}
