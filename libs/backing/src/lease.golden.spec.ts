import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goldenFaults, readGolden, sampleMeta } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { LEASE, leasedLeadership, type LeaseEvent } from './lease';

const golden = {
  folder: join(__dirname, '..', 'golden'),
  decider: {
    category: LEASE,
    initial: 0,
    evolve: (_: number, { data }: LeaseEvent) => data.reached + data.holder.length,
  },
  forms: { upcasts: new Map() },
};
const types = { LeaseHeld: true, LeaseReleased: true } as const;

test('every sign of a leader is read in each version in which it was ever stored, and goes on from there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  const store = openSqliteEventStore({ file: join(folder, 'log.db') });
  const newId = createUuidV7(Date.now);
  try {
    const [held, released] = [readGolden(golden, 'LeaseHeld', 1), readGolden(golden, 'LeaseReleased', 1)];
    await store.append('lease-held', 0, [{ id: newId(), event: held, meta: sampleMeta }]);
    await store.append('lease-publish', 0, [{ id: newId(), event: released, meta: sampleMeta }]);
    const leadership = leasedLeadership({ store, newId });
    expect([await leadership.reached('held'), await leadership.reached('publish')]).toEqual([4711, 4711]);

    const stopping = new AbortController();
    await leadership.lead(
      'publish',
      async ({ from, reach }) => {
        await reach(from + 1);
        stopping.abort();
      },
      stopping.signal,
    );
    const stream = await store.read<LeaseEvent>('lease-publish');
    const written = stream.slice(1).map(({ event }) => event);
    expect(written.map(({ type, data }) => [type, data.reached])).toEqual([
      ['LeaseHeld', 4711],
      ['LeaseReleased', 4712],
    ]);
    expect(goldenFaults({ ...golden, types, written })).toEqual([]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
