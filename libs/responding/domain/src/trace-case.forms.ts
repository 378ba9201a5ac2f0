import type { StreamForms } from '@vestigo/kernel';

/** How the events of a case have changed their form. */
export const traceCaseForms: StreamForms = { category: 'traceCase', upcasts: new Map() };
