import { join } from 'node:path';
import { handle, withCurrentForms } from '@vestigo/kernel';
import { type SubmitRequest, tracingRequest, tracingRequestForms } from '@vestigo/requesting/domain';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';

/**
 * Puts a request of Jamaica into the log of an exchange that has not started, which no State asked can read: it names a day that does
 * not exist, as the edge lets no desk write it. It comes back undelivered each time that it is sent. Resolves with its id.
 */
export async function withUnreadableRequest(data: string): Promise<string> {
  const store = withCurrentForms(openSqliteEventStore({ file: join(data, 'log.db') }), [tracingRequestForms]);
  const newId = createUuidV7();
  const requestId = newId();
  const now = Date.now();
  const command: SubmitRequest = {
    type: 'SubmitRequest',
    ...{ by: 'JAM', at: now, now },
    ...{ requestId, requestingState: 'JAM', respondingState: 'USA', imported: false },
    content: {
      ...{ channel: 'OTHER', priority: 'ROUTINE', regimes: ['ITI'] },
      ...{ illicitGrounds: ['ILL_NATLAW'], legalBasis: 'Firearms Act, section 20' },
      ...{ intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED', recoveredOn: '2026-02-30' },
      items: [{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }],
    },
  };
  const meta = {
    actor: 'officer',
    state: 'JAM',
    role: 'officer',
    correlationId: 'case 17',
    causationId: '17',
  };
  await handle({ store, newId }, tracingRequest, requestId, command, { meta });
  await store.close();
  return requestId;
}
