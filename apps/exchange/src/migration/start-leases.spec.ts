import { leasedLeadership } from '@vestigo/backing';
import type { EventStore } from '@vestigo/kernel';
import { createUuidV7 } from '@vestigo/sqlite';
import { CannotMigrate } from './cannot-migrate';
import { ensureUnused, PUBLISHING, startLeases } from './start-leases';
import { allOf, Logs } from './testing/small-exchange';

const last = { id: '01980000-0000-7000-8000-0000000000a1', position: 17, recordedAt: 1_000 };
const later = { ...last, id: '01980000-0000-7000-8000-0000000000a2', position: 19 };

let logs: Logs;
let store: EventStore;

beforeEach(() => {
  logs = new Logs();
  store = logs.open('log');
});
afterEach(() => logs.close());

const reached = () => {
  const leadership = leasedLeadership({ store, newId: createUuidV7() });
  return Promise.all(PUBLISHING.map((task) => leadership.reached(task)));
};

describe('publishers after a migration', () => {
  test('begin behind the copied history', async () => {
    await startLeases(store, last);
    expect(await reached()).toEqual(PUBLISHING.map(() => 17));
  });

  test('are told once, however often it is said', async () => {
    await Promise.all([startLeases(store, last), startLeases(store, last)]);
    await startLeases(store, last);
    expect(await allOf(store)).toHaveLength(PUBLISHING.length);
  });

  test('move on with a history that grew, never back', async () => {
    await startLeases(store, last);
    await startLeases(store, later);
    await startLeases(store, last);
    expect(await reached()).toEqual(PUBLISHING.map(() => 19));
  });

  test('find a store unused that holds nothing but a migration', async () => {
    await ensureUnused(store);
    await startLeases(store, last);
    await ensureUnused(store);
    expect(await allOf(store)).toHaveLength(PUBLISHING.length);
  });

  test('are left alone once a service has led in their task', async () => {
    const leadership = leasedLeadership({ store, newId: createUuidV7() });
    const stopping = new AbortController();
    await leadership.lead(
      PUBLISHING[0] ?? '',
      () => {
        stopping.abort();
        return Promise.resolve();
      },
      stopping.signal,
    );
    await expect(ensureUnused(store)).rejects.toThrow(CannotMigrate);
    await expect(startLeases(store, last)).rejects.toThrow(CannotMigrate);
  });
});
