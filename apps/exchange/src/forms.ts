import type { StreamForms } from '@vestigo/kernel';
import { tracingRequestForms } from '@vestigo/requesting/domain';
import { traceCaseForms } from '@vestigo/responding/domain';

/** How the events that an exchange stores have changed their form. */
export const FORMS: readonly StreamForms[] = [tracingRequestForms, traceCaseForms];
