import type { DomainEvent } from '@vestigo/kernel';
import type { ReceivedItemAnswer } from '@vestigo/lifecycle';
import type { TraceCaseEvent } from './trace-case.events';

/** Version 1 of `CaseAnswered`: a request had one arm, and its answer stood in the event itself. */
export type CaseAnsweredV1 = DomainEvent<
  'CaseAnswered',
  Omit<ReceivedItemAnswer, 'item'> & { readonly answerClass: string }
>;

/** `CaseAnswered` version 1 in the form of version 2: what was said is said of item 1. */
export function caseAnsweredV2({ answerClass, ...answer }: CaseAnsweredV1['data']) {
  return { answers: [{ item: 1, ...answer }], answerClass };
}

/** The current form of an event that a store holds, of whatever version. */
export function currentCaseEvent(event: TraceCaseEvent | CaseAnsweredV1): TraceCaseEvent {
  if (!isFirstVersion(event)) return event;
  return { ...event, data: caseAnsweredV2(event.data) };
}

function isFirstVersion(event: TraceCaseEvent | CaseAnsweredV1): event is CaseAnsweredV1 {
  return event.type === 'CaseAnswered' && !('answers' in event.data);
}
