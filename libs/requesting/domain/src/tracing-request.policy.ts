import { type Fault, Rejection } from '@vestigo/kernel';
import { type KeptPhotograph, photographsAreKept } from './photographs.policy';
import type { RequestContent } from './request-content';
import { faultsOfContent } from './request-content.policy';

/** A request on the point of being sent. */
export interface SentRequest {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly content: RequestContent;
  readonly kept?: readonly KeptPhotograph[];
}

/** What keeps a request from being sent. */
export function admissible({
  requestingState,
  respondingState,
  content,
  kept = [],
}: SentRequest): Rejection | undefined {
  if (requestingState === respondingState) {
    return new Rejection(
      'invalid',
      'own-state',
      'A State does not send a tracing request to itself: search the national register instead.',
      [{ pointer: '/respondingState', detail: 'must be another State' }],
    );
  }
  const [faults, missing] = [faultsOfContent(content), photographsAreKept(content, kept)];
  return faults.length + missing.length === 0 ? undefined : notAdmissible(faults, missing);
}

/** All that is wrong at once; where only photographs are missing, nothing else needs to be mended. */
export function notAdmissible(faults: readonly Fault[], missing: readonly Fault[]): Rejection {
  return faults.length === 0
    ? new Rejection(
        'invalid',
        'photographs-not-kept',
        'The request names photographs that your State has not sent in. Mend what is listed and send it again.',
        missing,
      )
    : new Rejection(
        'invalid',
        'request-not-admissible',
        'The request lacks what ITI 17 asks for. Mend what is listed and send it again.',
        [...faults, ...missing],
      );
}
