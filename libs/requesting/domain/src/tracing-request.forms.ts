import type { StreamForms } from '@vestigo/kernel';
import { requestSubmittedV2 } from './request-content.upcast';

/** How the events of a tracing request have changed their form. */
export const tracingRequestForms: StreamForms = {
  category: 'tracingRequest',
  upcasts: new Map([['RequestSubmitted', [requestSubmittedV2]]]),
};
