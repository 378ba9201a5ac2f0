import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { deadlineWatch, sweep } from './deadline-watch.process';
import { day, monday } from './testing/facts';
import { acknowledgement, worldsOn } from './testing/world';

const { openWorld, inWorld } = worldsOn({
  openEventStore: openSqliteEventStore,
  openReadStore: openSqliteReadStore,
  createIds: createUuidV7,
});

describe('the watch and its view', () => {
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
  };

  test('waits for a view that is behind the log, so that no stopping fact is overlooked', async () => {
    const world = openWorld();
    const stopping = new AbortController();
    try {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      await world.record({ type: 'CaseAcknowledged', requestId: 'a' });
      await world.record({ type: 'CaseReceived', requestId: 'b' });
      world.now = monday + 5 * day;
      let ended = false;
      const sweeping = sweep(world.watch).then((count) => {
        ended = true;
        return count;
      });
      await turns(100);
      expect(ended).toBe(false);
      expect(await world.fallenDue()).toEqual([]);
      const projecting = world.projecting.run(stopping.signal);
      expect(await sweeping).toBe(1);
      expect(await world.fallenDue()).toEqual([acknowledgement('b', monday + 4 * day)]);
      stopping.abort();
      await projecting;
    } finally {
      await world.close();
    }
  });

  test('ends when it is told to, even while the view stays behind', async () => {
    const world = openWorld();
    try {
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      world.now = monday + 5 * day;
      const stopping = new AbortController();
      const running = deadlineWatch(world.watch, 1).run(stopping.signal);
      await turns(10);
      stopping.abort();
      await running;
      expect(await world.fallenDue()).toEqual([]);
    } finally {
      await world.close();
    }
  });

  test('keeps looking by itself, and says how much is before it', async () => {
    await inWorld(async (world) => {
      const loop = deadlineWatch(world.watch, 1);
      await world.record({ type: 'CaseReceived', requestId: 'a' });
      world.now = monday + 4 * day;
      await eventually(async () => expect(await loop.behind()).toBe(1));
      const stopping = new AbortController();
      const running = loop.run(stopping.signal);
      await eventually(async () => expect(await world.fallenDue()).toHaveLength(1));
      world.now = monday + 31 * day;
      await eventually(async () => expect(await world.fallenDue()).toHaveLength(2));
      await eventually(async () => expect(await loop.behind()).toBe(0));
      stopping.abort();
      await running;
    });
  });
});
