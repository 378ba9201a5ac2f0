import type { StreamForms } from '@vestigo/kernel';
import { caseReceivedV2 } from './case-content';

/** How the events of a case have changed their form. */
export const traceCaseForms: StreamForms = {
  category: 'traceCase',
  upcasts: new Map([['CaseReceived', [caseReceivedV2]]]),
};
