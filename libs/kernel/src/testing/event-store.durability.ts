import { type EventStore, Unavailable } from '../event-store';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleEvent, sampleEvents } from './sample-events';

/** What was acknowledged is there: for others, after a restart, and nothing is acknowledged after closing. */
export function durabilityContract(opened: () => OpenedEventStore): void {
  it('acknowledges an append only when an independent reader finds it', async () => {
    const { store, peek } = opened();
    const witness = await peek();
    const missing: string[] = [];
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        const stream = freshStream();
        for (let version = 0; version < 25; version += 1) {
          const size = 1 + ((writer + version) % 2);
          const before = (await witness.read(stream)).length;
          const { version: after } = await store.append(stream, before, sampleEvents(size));
          if ((await witness.read(stream)).length !== after) missing.push(`${stream} ${version}`);
        }
      }),
    );
    expect(missing).toEqual([]);
    expect(await witness.head()).toBe(await store.head());
  });

  it('finds everything after a restart and goes on where it stopped', async () => {
    const { store, reopen } = opened();
    const stream = freshStream();
    await store.append(stream, 0, sampleEvents(3));
    await store.append(freshStream('participant'), 0, [sampleEvent({ clock: null })]);
    const before = await everything(store, stream);

    const again = await reopen();
    expect(await everything(again, stream)).toEqual(before);

    const { version, position } = await again.append(stream, 3, [sampleEvent()]);
    const { events } = await again.readAll({ after: 0 });
    expect(version).toBe(4);
    expect(position).toBeGreaterThan(before.head);
    expect(events.slice(0, -1)).toEqual(before.log.events);
    expect(events.at(-1)?.recordedAt).toBeGreaterThanOrEqual(before.log.events.at(-1)?.recordedAt ?? 0);
  });

  it('has written what was on its way when it is closed, or says that it has not', async () => {
    const { store, reopen } = opened();
    const streams = Array.from({ length: 20 }, () => freshStream());
    const appending = Promise.allSettled(streams.map((stream) => store.append(stream, 0, [sampleEvent()])));
    const again = await reopen();
    const outcomes = await appending;
    for (const [index, outcome] of outcomes.entries()) {
      const { length } = await again.read(streams[index] ?? '');
      if (outcome.status === 'fulfilled') expect(length).toBe(1);
      else expect(outcome.reason).toBeInstanceOf(Unavailable);
    }
  });

  it('is unavailable after closing, and may be closed twice', async () => {
    const { store } = opened();
    const stream = freshStream();
    await store.append(stream, 0, [sampleEvent()]);
    await store.close();
    await store.close();
    await expect(store.append(stream, 1, [sampleEvent()])).rejects.toThrow(Unavailable);
    await expect(store.read(stream)).rejects.toThrow(Unavailable);
    await expect(store.readAll({ after: 0 })).rejects.toThrow(Unavailable);
    await expect(store.readFacts({ after: 0 })).rejects.toThrow(Unavailable);
    await expect(store.head()).rejects.toThrow(Unavailable);
  });

  it('lets go of a follower that waits when it is closed', async () => {
    const { store } = opened();
    const next = store.follow({ after: 0 }, new AbortController().signal)[Symbol.asyncIterator]().next();
    await store.close();
    await expect(next).rejects.toThrow(Unavailable);
  });
}

async function everything(store: EventStore, stream: string) {
  return {
    head: await store.head(),
    stream: await store.read(stream),
    log: await store.readAll({ after: 0 }),
    facts: await store.readFacts({ after: 0 }),
  };
}
