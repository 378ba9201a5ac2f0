import { randomUUID } from 'node:crypto';
import type { NewEvent, Position, RecordedFact } from '../event';
import type { Batch, EventStore, LogQuery } from '../event-store';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleClock, sampleEvent, sampleEvents } from './sample-events';

/** One order for all streams, read in pages. */
export function logContract(opened: () => OpenedEventStore): void {
  it('is empty at first', async () => {
    const { store } = opened();
    expect(await store.head()).toBe(0);
    expect(await store.readAll({ after: 0 })).toEqual({ events: [], through: 0 });
    expect(await store.readFacts({ after: 0 })).toEqual({ events: [], through: 0 });
  });

  it('puts all events in one order that agrees with the order of each stream', async () => {
    const { store } = opened();
    const streams = await appendSideBySide(store);
    const events = await readThrough(store.readAll.bind(store), { after: 0 });
    const positions = events.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    expect(positions.every((position) => position > 0)).toBe(true);
    expect(positions.at(-1)).toBe(await store.head());
    for (const stream of streams) {
      expect(events.filter((event) => event.stream === stream)).toEqual(await store.read(stream));
    }
    expect(events).toHaveLength(streams.length * 6);
  });

  it('never goes back in the time it took events in', async () => {
    const { store } = opened();
    await appendSideBySide(store);
    const instants = (await store.readAll({ after: 0 })).events.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  it('begins after a position, that one excluded', async () => {
    const { store } = opened();
    await appendSideBySide(store);
    const { events } = await store.readAll({ after: 0 });
    for (const index of [0, 7, events.length - 1]) {
      const rest = await store.readAll({ after: events[index]?.position ?? 0 });
      expect(rest.events).toEqual(events.slice(index + 1));
    }
  });

  it('says through where it has looked, and nothing more at the end', async () => {
    const { store } = opened();
    await appendSideBySide(store);
    const head = await store.head();
    expect((await store.readAll({ after: 0 })).through).toBe(head);
    expect(await store.readAll({ after: head })).toEqual({ events: [], through: head });
    expect(await store.readFacts({ after: head })).toEqual({ events: [], through: head });
  });

  it.each([1, 2, 7, 1000])('gives pages of at most %i', async (limit) => {
    const { store } = opened();
    await appendSideBySide(store);
    const { events: all } = await store.readAll({ after: 0 });
    const sizes: number[] = [];
    const paged = await readThrough(
      async (query) => {
        const batch = await store.readAll(query);
        sizes.push(batch.events.length);
        return batch;
      },
      { after: 0, limit },
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
    expect(paged).toEqual(all);
  });

  it('gives the streams of some categories and passes over the others', async () => {
    const { store } = opened();
    const id = randomUUID();
    const streams = [
      `traceCase-${id}`,
      `traceCaseNote-${id}`,
      `trace-Case-${id}`,
      'traceCase',
      `TraceCase-${id}`,
    ];
    for (const stream of streams) await store.append(stream, 0, sampleEvents(2));
    const streamsOf = async (...categories: readonly string[]) =>
      (await store.readAll({ after: 0, categories })).events.map(({ stream }) => stream);
    expect(await streamsOf('traceCase')).toEqual([0, 0, 3, 3].map((index) => streams[index]));
    expect(await streamsOf('trace')).toEqual([2, 2].map((index) => streams[index]));
    expect(await streamsOf('trace', 'TraceCase')).toEqual([2, 2, 4, 4].map((index) => streams[index]));
    expect(await streamsOf('tracingRequest')).toEqual([]);
    expect(await streamsOf()).toEqual([]);
  });

  it('moves past events of other categories', async () => {
    const { store } = opened();
    const wanted = freshStream('traceCase');
    await store.append(wanted, 0, [sampleEvent()]);
    for (let count = 0; count < 12; count += 1)
      await store.append(freshStream('participant'), 0, [sampleEvent()]);
    await store.append(wanted, 1, [sampleEvent()]);
    await store.append(freshStream('participant'), 0, [sampleEvent()]);
    for (const limit of [1, 5, 100]) {
      const query = { after: 0, categories: ['traceCase'], limit };
      const expected = await store.read(wanted);
      expect(await readThrough(store.readAll.bind(store), query)).toEqual(expected);
      const facts = await readThrough(store.readFacts.bind(store), query);
      expect(facts.map(({ position }) => position)).toEqual(expected.map(({ position }) => position));
    }
  });

  it('gives facts without payload, of events that carry clock facts only', async () => {
    const { store } = opened();
    const stream = freshStream();
    const events: readonly NewEvent[] = [
      sampleEvent({ type: 'TracingRequestSubmitted' }),
      sampleEvent({ type: 'DraftChanged', clock: null }),
      sampleEvent({ type: 'AnswerGiven', clock: { ...sampleClock, code: 'partial', imported: true } }),
    ];
    await store.append(stream, 0, events);
    const facts = (await store.read(stream)).flatMap(
      ({ position, recordedAt, event }): readonly RecordedFact[] =>
        event.clock
          ? [{ ...event.clock, type: event.type, stream, position, occurredAt: event.occurredAt, recordedAt }]
          : [],
    );
    expect(facts).toHaveLength(2);
    expect(await store.readFacts({ after: 0 })).toStrictEqual({ events: facts, through: await store.head() });
  });

  it('reaches the end of facts although the last events carry none', async () => {
    const { store } = opened();
    await store.append(freshStream(), 0, [sampleEvent(), sampleEvent({ clock: null })]);
    const { events, through } = await store.readFacts({ after: 0 });
    expect([events.length, through]).toEqual([1, await store.head()]);
  });
}

/** Six events in each of eight streams, written at the same time in batches of one, two and three. */
async function appendSideBySide(store: EventStore): Promise<readonly string[]> {
  const streams = Array.from({ length: 8 }, (_, index) =>
    freshStream(index % 2 ? 'traceCase' : 'tracingRequest'),
  );
  await Promise.all(
    streams.map(async (stream) => {
      await store.append(stream, 0, sampleEvents(1));
      await store.append(stream, 1, sampleEvents(2));
      await store.append(stream, 3, sampleEvents(3));
    }),
  );
  return streams;
}

/** Page after page until `through` stands still. */
async function readThrough<Event extends { readonly position: Position }>(
  read: (query: LogQuery) => Promise<Batch<Event>>,
  query: LogQuery,
): Promise<readonly Event[]> {
  const events: Event[] = [];
  let after = query.after;
  for (;;) {
    const batch = await read({ ...query, after });
    events.push(...batch.events);
    expect(batch.events.every(({ position }) => position > after && position <= batch.through)).toBe(true);
    if (batch.through === after) return events;
    after = batch.through;
  }
}
