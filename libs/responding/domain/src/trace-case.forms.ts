import type { StreamForms, Upcast } from '@vestigo/kernel';
import { caseReceivedV2 } from './case-content';
import { caseAnsweredV2 } from './trace-case.upcast';

/** How the events of a case have changed their form. */
export const traceCaseForms: StreamForms = {
  category: 'traceCase',
  upcasts: new Map<string, readonly Upcast[]>([
    ['CaseReceived', [caseReceivedV2]],
    ['CaseAnswered', [caseAnsweredV2]],
  ]),
};
