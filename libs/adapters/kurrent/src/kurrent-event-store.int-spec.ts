import type { EventStore } from '@vestigo/kernel';
import { eventStoreContract } from '@vestigo/kernel/testing';
import { openKurrentEventStore } from './kurrent-event-store';
import { briefStreamsContract } from './testing/brief-streams.contract';
import { kurrentHere, type RunningKurrent } from './testing/kurrent-server';
import { partOf, privatePart } from './testing/private-part';

const { says, start } = kurrentHere();

if (start) {
  describe(says, () => {
    let server: RunningKurrent;

    beforeAll(async () => {
      server = await start();
    }, 300_000);

    afterAll(async () => {
      await server.stop();
    });

    it('is empty when nobody has written', async () => {
      const store = openKurrentEventStore(server);
      const log = await store.readAll({ after: 0, limit: 1 });
      const head = await store.head();
      await store.close();
      if (server.fresh) expect([log, head]).toEqual([{ events: [], through: 0 }, 0]);
      else expect(head).toBeGreaterThanOrEqual(log.through);
    });

    briefStreamsContract('the KurrentDB log', (brief) =>
      Promise.resolve(openKurrentEventStore({ connectionString: server.connectionString, brief })),
    );

    eventStoreContract('the KurrentDB log', async () => {
      const handles: EventStore[] = [];
      const open = () => {
        const store = openKurrentEventStore(server);
        handles.push(store);
        return store;
      };
      const first = open();
      const part = await partOf(first);
      const store = privatePart(first, part);
      return {
        store,
        peek: () => Promise.resolve(privatePart(open(), part)),
        reopen: async () => {
          await store.close();
          return privatePart(open(), part);
        },
        dispose: async () => {
          for (const handle of handles) await handle.close();
        },
      };
    });
  });
} else {
  describe('the KurrentDB log', () => {
    it.todo(says);
  });
}
