import { type Fault, Rejection } from '@vestigo/kernel';
import type { RequestContent } from './request-content';
import { faultsOfContent } from './request-content.policy';

/** A request on the point of being sent. */
export interface SentRequest {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly content: RequestContent;
}

/** What keeps a request from being sent. */
export function admissible({
  requestingState,
  respondingState,
  content,
}: SentRequest): Rejection | undefined {
  if (requestingState === respondingState) {
    return new Rejection(
      'invalid',
      'own-state',
      'A State does not send a tracing request to itself: search the national register instead.',
      [{ pointer: '/respondingState', detail: 'must be another State' }],
    );
  }
  const faults = faultsOfContent(content);
  return faults.length === 0 ? undefined : notAdmissible(faults);
}

export function notAdmissible(faults: readonly Fault[]): Rejection {
  return new Rejection(
    'invalid',
    'request-not-admissible',
    'The request lacks what ITI 17 asks for. Mend what is listed and send it again.',
    faults,
  );
}
