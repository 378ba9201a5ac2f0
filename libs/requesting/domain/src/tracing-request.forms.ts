import type { StreamForms } from '@vestigo/kernel';

/** How the events of a tracing request have changed their form. */
export const tracingRequestForms: StreamForms = { category: 'tracingRequest', upcasts: new Map() };
