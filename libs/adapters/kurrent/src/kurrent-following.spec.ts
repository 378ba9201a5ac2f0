import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Batch, EventStore, LogQuery, RecordedEvent } from '@vestigo/kernel';
import { eventually, freshStream, sampleEvent, sampleEvents } from '@vestigo/kernel/testing';
import { openKurrentEventStore } from './kurrent-event-store';
import { type StandIn, startStandIn } from './testing/stand-in';

describe('a follower of the KurrentDB log', () => {
  let standIn: StandIn;
  let store: EventStore;

  beforeEach(async () => {
    standIn = await startStandIn();
    store = openKurrentEventStore(standIn);
  });

  afterEach(async () => {
    await store.close();
    await standIn.close();
  });

  const followed = (query: LogQuery, pause?: () => Promise<unknown>) => {
    const abort = new AbortController();
    const batches: Batch<RecordedEvent>[] = [];
    const following = (async () => {
      for await (const batch of store.follow(query, abort.signal)) {
        batches.push(batch);
        await pause?.();
      }
    })();
    // Whoever stops it hears of its error; until then it shall not end the run.
    following.catch(() => undefined);
    return {
      batches,
      reaches: (position: number) =>
        eventually(() => {
          expect(batches.at(-1)?.through).toBe(position);
        }),
      stop: async () => {
        abort.abort();
        await following;
        return batches.flatMap(({ events }) => events);
      },
    };
  };

  const everything = async (...categories: readonly string[]) => {
    const query = { after: 0, limit: 100_000, ...(categories.length > 0 && { categories }) };
    return (await store.readAll(query)).events;
  };

  it('misses nothing and gets nothing twice when connections drop again and again', async () => {
    await store.append(freshStream(), 0, sampleEvents(400));
    const [all, cases, late] = [
      followed({ after: 0, limit: 50 }),
      followed({ after: 0, limit: 50, categories: ['traceCase'] }),
      followed({ after: (await store.head()) - 1 }),
    ];
    for (let count = 0; count < 60; count += 1) {
      await store.append(freshStream(count % 3 === 0 ? 'traceCase' : 'participant'), 0, sampleEvents(2));
      if (count % 6 === 0) standIn.dropSubscriptions();
    }
    const head = await store.head();
    await Promise.all([all, cases, late].map((follower) => follower.reaches(head)));
    expect(await all.stop()).toEqual(await everything());
    expect(await cases.stop()).toEqual(await everything('traceCase'));
    expect(await late.stop()).toEqual((await everything()).slice(-121));
  });

  it('waits while the server refuses and goes on when it is back', async () => {
    const follower = followed({ after: 0 });
    const { position } = await store.append(freshStream(), 0, [sampleEvent()]);
    await follower.reaches(position);
    standIn.refusing = true;
    standIn.dropSubscriptions();
    const early = followed({ after: 0, categories: ['participant'] });
    await eventually(() => {
      expect(standIn.subscriptions).toBe(0);
    });
    standIn.refusing = false;
    const { position: next } = await store.append(freshStream(), 0, sampleEvents(3));
    await Promise.all([follower.reaches(next), early.reaches(next)]);
    expect(await follower.stop()).toEqual(await everything());
    expect(await early.stop()).toEqual([]);
  });

  it('shares one subscription with the others, which ends with the last of them', async () => {
    const { position } = await store.append(freshStream(), 0, sampleEvents(5));
    const followers = [{}, { categories: ['traceCase'] }, { limit: 1 }].map((query) =>
      followed({ after: 0, ...query }),
    );
    await Promise.all(followers.map((follower) => follower.reaches(position)));
    await eventually(() => {
      expect(standIn.subscriptions).toBe(1);
    });
    await Promise.all(followers.map((follower) => follower.stop()));
    await eventually(() => {
      expect(standIn.subscriptions).toBe(0);
    });
    const again = followed({ after: 0 });
    await again.reaches(position);
    expect(await again.stop()).toHaveLength(5);
  });

  it('gets large batches while it catches up, and says how far it is where nothing is for it', async () => {
    const participants = freshStream('participant');
    for (let count = 0; count < 2400; count += 800)
      await store.append(participants, count, sampleEvents(800));
    const { position } = await store.append(freshStream('traceCase'), 0, sampleEvents(1));
    const cases = followed({ after: 0, limit: 1, categories: ['traceCase'] });
    const all = followed({ after: 0 });
    await Promise.all([all.reaches(position), cases.reaches(position)]);
    expect(all.batches.length).toBeLessThan(40);
    expect(cases.batches[0]).toMatchObject({ events: [] });
    expect([(await all.stop()).length, (await cases.stop()).length]).toEqual([2401, 1]);
  });

  it('that is slow gets everything in order, however far the server has gone', async () => {
    const gate = Promise.withResolvers<undefined>();
    const slow = () => gate.promise;
    await store.append(freshStream('traceCase'), 0, sampleEvents(900));
    await store.append(freshStream('participant'), 0, sampleEvents(1200));
    const followers = [
      followed({ after: 0, limit: 100 }, slow),
      followed({ after: 0, limit: 100, categories: ['traceCase'] }, slow),
      followed({ after: 0, categories: ['participant'] }, slow),
    ];
    await eventually(() => {
      expect(followers.map(({ batches }) => batches.length)).toEqual([1, 1, 1]);
    });
    const live = followed({ after: await store.head() });
    for (let count = 0; count < 3; count += 1)
      await store.append(freshStream('traceCase'), 0, sampleEvents(800));
    const head = await store.head();
    await live.reaches(head);
    gate.resolve(undefined);
    await Promise.all(followers.map((follower) => follower.reaches(head)));
    const [all, cases, participants] = await Promise.all(followers.map((follower) => follower.stop()));
    const positions = (events: readonly RecordedEvent[] = []) => events.map(({ position }) => position);
    expect(positions(all)).toEqual(positions(await everything()));
    expect(positions(cases)).toEqual(positions(await everything('traceCase')));
    expect(positions(participants)).toEqual(positions(await everything('participant')));
    expect(positions(await live.stop())).toEqual(positions(all).slice(2100));
  });

  it('passes over what another application wrote, and moves on', async () => {
    const ours = freshStream();
    await store.append(ours, 0, [sampleEvent()]);
    const follower = followed({ after: 0 });
    await written('order-1', [foreign('OrderPlaced'), foreign('OrderPlaced')]);
    const head = await store.head();
    await follower.reaches(head);
    expect(await follower.stop()).toEqual(await store.read(ours));
    expect([await everything(), await store.read('order-1')]).toEqual([await store.read(ours), []]);
  });

  it('is never told that it is further than the head, however much the server writes for itself', async () => {
    await store.append(freshStream('participant'), 0, [sampleEvent()]);
    await written(
      'noise',
      Array.from({ length: 2500 }, () => foreign('$noise')),
    );
    const head = await store.head();
    for (const query of [{}, { categories: ['traceCase'] }]) {
      const follower = followed({ after: 0, limit: 1, ...query });
      await follower.reaches(head);
      await follower.stop();
      expect(follower.batches.every(({ through }) => through <= head)).toBe(true);
      expect(await store.readAll({ after: head, ...query })).toEqual({ events: [], through: head });
    }
  });

  const foreign = (type: string) =>
    jsonEvent({ type, data: { order: 1 }, metadata: { by: 'somebody else' } });

  const written = async (stream: string, events: readonly ReturnType<typeof foreign>[]) => {
    const client = EventStoreDBClient.connectionString(standIn.connectionString);
    // By itself this client asks for appends in batches, which a stand-in does not take.
    Object.assign(client, { supports: () => Promise.resolve(false) });
    await client.appendToStream(stream, [...events]);
    await client.dispose();
  };
});
