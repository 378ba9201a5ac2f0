import type { StreamForms, Upcast } from '@vestigo/kernel';
import { requestSubmittedV2 } from './request-content.upcast';
import { answerReceivedV2 } from './tracing-request.upcast';

/** How the events of a tracing request have changed their form. */
export const tracingRequestForms: StreamForms = {
  category: 'tracingRequest',
  upcasts: new Map<string, readonly Upcast[]>([
    ['RequestSubmitted', [requestSubmittedV2]],
    ['AnswerReceived', [answerReceivedV2]],
  ]),
};
