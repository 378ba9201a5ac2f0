import type { Position, RecordedEvent } from '../event';
import type { Batch, EventStore, LogQuery } from '../event-store';
import { eventually } from './eventually';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleEvent, sampleEvents } from './sample-events';

/** Catch-up and live as one sequence, each event once. */
export function followContract(opened: () => OpenedEventStore): void {
  it('gives what is there and then what comes, without gap or repeat, while writers write', async () => {
    const { store } = opened();
    const writing = write(store, 8, 40);
    await store.append(freshStream(), 0, sampleEvents(700));
    const early = followed(store, { after: 0 });
    await eventually(() => {
      expect(early.events.length).toBeGreaterThan(700);
    });
    const late = followed(store, { after: 0 });
    await writing;
    await expectWholeLog(store, early, late);
  });

  it('gives an event that is appended while the follower waits', async () => {
    const { store } = opened();
    const follower = followed(store, { after: 0 });
    for (let count = 1; count <= 5; count += 1) {
      await store.append(freshStream(), 0, [sampleEvent()]);
      await eventually(() => {
        expect(follower.events).toHaveLength(count);
      });
    }
    await expectWholeLog(store, follower);
  });

  it('gives what another process appends', async () => {
    const { store, peek } = opened();
    const follower = followed(store, { after: 0 });
    const other = await peek();
    await Promise.all([write(other, 3, 5), write(store, 3, 5)]);
    await expectWholeLog(store, follower);
  });

  it('starts in the middle', async () => {
    const { store } = opened();
    await write(store, 2, 10);
    const { events } = await store.readAll({ after: 0 });
    const middle = events[9]?.position ?? 0;
    const follower = followed(store, { after: middle });
    await write(store, 2, 10);
    const rest = await store.readAll({ after: middle });
    await eventually(() => {
      expect(follower.events).toHaveLength(30);
    });
    await follower.stop();
    expect(follower.events).toEqual(rest.events);
  });

  it('keeps to the limit of a batch and joins the batches without a hole', async () => {
    const { store } = opened();
    await write(store, 4, 10);
    const follower = followed(store, { after: 0, limit: 3 });
    await write(store, 4, 10);
    await expectWholeLog(store, follower);
    expect(Math.max(...follower.batches.map(({ events }) => events.length))).toBeLessThanOrEqual(3);
  });

  it('gives only the categories asked for and still says how far it has looked', async () => {
    const { store } = opened();
    const follower = followed(store, { after: 0, categories: ['traceCase'] });
    const wanted = freshStream('traceCase');
    await store.append(wanted, 0, sampleEvents(2));
    for (let count = 0; count < 20; count += 1)
      await store.append(freshStream('participant'), 0, [sampleEvent()]);
    await store.append(wanted, 2, sampleEvents(2));
    await store.append(freshStream('participant'), 0, [sampleEvent()]);
    const head = await store.head();
    await eventually(() => {
      expect(follower.batches.at(-1)?.through).toBe(head);
    });
    await follower.stop();
    expect(follower.events).toEqual(await store.read(wanted));
  });

  it('gives the facts of every event once', async () => {
    const { store } = opened();
    await write(store, 3, 10);
    const abort = new AbortController();
    const positions: Position[] = [];
    const following = (async () => {
      for await (const { events } of store.followFacts({ after: 0 }, abort.signal)) {
        positions.push(...events.map(({ position }) => position));
      }
    })();
    await write(store, 3, 10);
    const { events } = await store.readFacts({ after: 0 });
    await eventually(() => {
      expect(positions).toEqual(events.map(({ position }) => position));
    });
    abort.abort();
    await following;
  });

  it('ends when it is aborted: before it starts, while it waits and while it catches up', async () => {
    const { store } = opened();
    await write(store, 2, 20);
    const aborted = new AbortController();
    aborted.abort();
    for await (const batch of store.follow({ after: 0 }, aborted.signal)) expect(batch).toBeUndefined();

    const waiting = followed(store, { after: await store.head() });
    await waiting.stop();
    expect(waiting.events).toEqual([]);

    const busy = new AbortController();
    const seen: RecordedEvent[] = [];
    for await (const { events } of store.follow({ after: 0, limit: 1 }, busy.signal)) {
      seen.push(...events);
      if (seen.length === 5) busy.abort();
    }
    expect(seen).toEqual((await store.readAll({ after: 0, limit: 5 })).events);
  });

  it('does not hurry a slow follower nor hold up a quick one', async () => {
    const { store } = opened();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = followed(store, { after: 0, limit: 2 }, () => gate);
    const quick = followed(store, { after: 0 });
    await write(store, 2, 10);
    await eventually(() => {
      expect(quick.events).toHaveLength(20);
    });
    expect(slow.events.length).toBeLessThanOrEqual(2);
    open();
    await expectWholeLog(store, slow, quick);
  });
}

interface Follower {
  readonly batches: readonly Batch<RecordedEvent>[];
  readonly events: readonly RecordedEvent[];
  /** Resolves when the sequence has ended. */
  stop(): Promise<void>;
}

function followed(store: EventStore, query: LogQuery, pause?: () => Promise<unknown>): Follower {
  const abort = new AbortController();
  const batches: Batch<RecordedEvent>[] = [];
  const events: RecordedEvent[] = [];
  const following = (async () => {
    for await (const batch of store.follow(query, abort.signal)) {
      batches.push(batch);
      events.push(...batch.events);
      await pause?.();
    }
  })();
  return {
    batches,
    events,
    stop: () => {
      abort.abort();
      return following;
    },
  };
}

async function expectWholeLog(store: EventStore, ...followers: readonly Follower[]): Promise<void> {
  const head = await store.head();
  await eventually(() => {
    expect(followers.map(({ batches }) => batches.at(-1)?.through)).toEqual(followers.map(() => head));
  });
  await Promise.all(followers.map((follower) => follower.stop()));
  const { events } = await store.readAll({ after: 0, limit: 100_000 });
  for (const follower of followers) expect(follower.events).toEqual(events);
}

/** Each writer appends one event after the other to a stream of its own. */
async function write(store: EventStore, writers: number, each: number): Promise<void> {
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = freshStream();
      for (const [version, event] of sampleEvents(each).entries())
        await store.append(stream, version, [event]);
    }),
  );
}
