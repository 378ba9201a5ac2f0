import type { EventStore } from '@vestigo/kernel';
import { eventStoreContract, freshStream, sampleEvent, sampleEvents } from '@vestigo/kernel/testing';
import { openSqliteEventStore } from './sqlite-event-store';
import { temporaryFile } from './testing/temporary-file';

eventStoreContract('the SQLite log', () => {
  const { file, remove } = temporaryFile();
  const handles: EventStore[] = [];
  const open = () => {
    const store = openSqliteEventStore({ file });
    handles.push(store);
    return store;
  };
  const store = open();
  return Promise.resolve({
    store,
    peek: () => Promise.resolve(open()),
    reopen: async () => {
      await store.close();
      return open();
    },
    dispose: async () => {
      for (const handle of handles) await handle.close();
      remove();
    },
  });
});

describe('the SQLite log', () => {
  const { file, remove } = temporaryFile();
  let now = 0;
  let store: EventStore;

  beforeEach(() => {
    now = 1_000_000;
    store = openSqliteEventStore({ file, clock: () => now });
  });

  afterEach(async () => {
    await store.close();
  });

  afterAll(remove);

  it('dates events by its clock and never goes back when the clock does', async () => {
    const stream = freshStream();
    const instants = [2_000_000.9, 1_500_000, 3_000_000, 0];
    for (const [version, instant] of instants.entries()) {
      now = instant;
      await store.append(stream, version, [sampleEvent()]);
    }
    const recorded = await store.read(stream);
    expect(recorded.map(({ recordedAt }) => recordedAt)).toEqual([
      2_000_000, 2_000_000, 3_000_000, 3_000_000,
    ]);
  });

  it('turns down an event that its table refuses, with all of its append and nothing else', async () => {
    const [good, bad, batch, after] = [freshStream(), freshStream(), freshStream(), freshStream()];
    const half = sampleEvent({ occurredAt: 0.5 });
    const outcomes = await Promise.allSettled([
      store.append(good, 0, sampleEvents(2)),
      store.append(bad, 0, [half]),
      store.append(batch, 0, [sampleEvent(), half, sampleEvent()]),
      store.append(after, 0, [sampleEvent()]),
      store.append(good, 2, [sampleEvent()]),
    ]);
    const lengths = await Promise.all(
      [good, bad, batch, after].map(async (stream) => (await store.read(stream)).length),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(lengths).toEqual([3, 0, 0, 1]);
  });

  it('leaves no gap in the positions', async () => {
    const head = await store.head();
    const stream = freshStream();
    await Promise.allSettled([
      store.append(stream, 0, sampleEvents(2)),
      store.append(stream, 0, sampleEvents(2)),
      store.append(freshStream(), 0, [sampleEvent(), sampleEvent({ occurredAt: 0.5 })]),
      store.append(stream, 2, sampleEvents(2)),
    ]);
    const { events } = await store.readAll({ after: head });
    expect(events.map(({ position }) => position - head)).toEqual([1, 2, 3, 4]);
  });

  it('writes the appends of one tick in the order they came', async () => {
    const streams = Array.from({ length: 1200 }, () => freshStream());
    const answers = await Promise.all(streams.map((stream) => store.append(stream, 0, [sampleEvent()])));
    const positions = answers.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('lets others take their turn between two pages', async () => {
    let turns = 0;
    let counting = setImmediate(function count() {
      turns += 1;
      counting = setImmediate(count);
    });
    const after = await store.head();
    await store.append(freshStream(), 0, sampleEvents(10));
    const begun = turns;
    for await (const { through } of store.follow({ after, limit: 2 }, AbortSignal.timeout(20_000))) {
      if (through === after + 10) break;
    }
    clearImmediate(counting);
    expect(turns - begun).toBeGreaterThanOrEqual(4);
  });

  it('ends a batch early when payloads are large, and skips nothing', async () => {
    const after = await store.head();
    const large = { text: 'x'.repeat(900_000) };
    const events = Array.from({ length: 12 }, () => sampleEvent({ data: large }));
    for (const event of events) await store.append(freshStream(), 0, [event]);
    const ids: string[] = [];
    const sizes: number[] = [];
    for await (const page of store.follow({ after }, AbortSignal.timeout(20_000))) {
      sizes.push(page.events.length);
      ids.push(...page.events.map(({ id }) => id));
      if (page.through === after + events.length) break;
    }
    expect(ids).toEqual(events.map(({ id }) => id));
    expect(Math.max(...sizes)).toBe(5);
  });

  it('gathers what comes in while a follower at the head pauses', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask'] });
    const gathering = openSqliteEventStore({ file, gatherMs: 50 });
    const after = await gathering.head();
    const pages = gathering.follow({ after }, AbortSignal.timeout(20_000))[Symbol.asyncIterator]();
    const first = pages.next();
    for (let event = 0; event < 5; event += 1) await gathering.append(freshStream(), 0, sampleEvents(1));
    await jest.advanceTimersByTimeAsync(50);
    const page = await first;
    jest.useRealTimers();
    await pages.return?.();
    await gathering.close();
    expect(page.done ? undefined : page.value.through).toBe(after + 5);
  });
});
