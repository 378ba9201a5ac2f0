import type { EventStore } from '@vestigo/kernel';
import { eventStoreContract } from '@vestigo/kernel/testing';
import { openKurrentEventStore } from './kurrent-event-store';
import { briefStreamsContract } from './testing/brief-streams.contract';
import { type StandIn, startStandIn } from './testing/stand-in';

eventStoreContract('the KurrentDB log, on a stand-in,', async () => {
  const standIn = await startStandIn();
  const handles: EventStore[] = [];
  const open = () => {
    const store = openKurrentEventStore(standIn);
    handles.push(store);
    return store;
  };
  const store = open();
  return {
    store,
    peek: () => Promise.resolve(open()),
    reopen: async () => {
      await store.close();
      return open();
    },
    dispose: async () => {
      for (const handle of handles) await handle.close();
      await standIn.close();
    },
  };
});

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

briefStreamsContract('the KurrentDB log, on a stand-in', (brief) =>
  Promise.resolve(openKurrentEventStore({ connectionString: standIn.connectionString, brief })),
);
