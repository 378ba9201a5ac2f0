import type { NewEvent } from '../event';
import { type EventStore, VersionConflict } from '../event-store';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleEvent, sampleEvents } from './sample-events';

/** Order, versions and the refusal of an append that was decided on something else. */
export function appendContract(opened: () => OpenedEventStore): void {
  const idsOf = async (store: EventStore, stream: string) => (await store.read(stream)).map(({ id }) => id);
  const ids = (events: readonly NewEvent[]) => events.map(({ id }) => id);

  it('finds nothing in a stream that does not exist', async () => {
    expect(await opened().store.read(freshStream())).toEqual([]);
  });

  it('counts the events of a stream as its version and keeps their order', async () => {
    const { store } = opened();
    const stream = freshStream();
    const events = sampleEvents(5);
    const first = await store.append(stream, 0, events.slice(0, 2));
    const second = await store.append(stream, 2, events.slice(2, 3));
    const third = await store.append(stream, 3, events.slice(3));
    const stored = await store.read(stream);
    expect([first.version, second.version, third.version]).toEqual([2, 3, 5]);
    expect(stored.map(({ id, version }) => [id, version])).toEqual(ids(events).map((id, i) => [id, i + 1]));
    expect([first.position, second.position, third.position]).toEqual(
      [2, 3, 5].map((version) => stored[version - 1]?.position),
    );
  });

  it('shows an event to the next read as soon as its append resolves', async () => {
    const { store } = opened();
    const stream = freshStream();
    for (const [version, event] of sampleEvents(20).entries()) {
      const { position } = await store.append(stream, version, [event]);
      const [last] = (await store.read(stream)).slice(-1);
      expect([last?.id, last?.version, last?.position]).toEqual([event.id, version + 1, position]);
      expect(await store.head()).toBeGreaterThanOrEqual(position);
    }
  });

  it.each([
    ['a version that has passed', 1],
    ['a new stream that is there already', 0],
    ['a version that has not come', 3],
    ['a version far ahead', 1000],
  ])('refuses %s and writes nothing', async (_, expected) => {
    const { store } = opened();
    const stream = freshStream();
    const events = sampleEvents(2);
    await store.append(stream, 0, events);
    const refusal: unknown = await store
      .append(stream, expected, sampleEvents(2))
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(VersionConflict);
    expect(refusal).toMatchObject({ stream, expected, actual: 2 });
    expect(await idsOf(store, stream)).toEqual(ids(events));
  });

  it('refuses a later version of a stream that does not exist', async () => {
    const { store } = opened();
    const stream = freshStream();
    const refusal: unknown = await store.append(stream, 1, [sampleEvent()]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(VersionConflict);
    expect(refusal).toMatchObject({ stream, expected: 1, actual: 0 });
    expect(await store.read(stream)).toEqual([]);
  });

  it('lets exactly one of many writers win a version', async () => {
    const { store, peek } = opened();
    const other = await peek();
    const stream = freshStream();
    for (const version of [0, 2, 4]) {
      const attempts = Array.from({ length: 24 }, () => sampleEvents(2));
      const outcomes = await Promise.allSettled(
        attempts.map((events, index) => (index % 3 === 0 ? other : store).append(stream, version, events)),
      );
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const losses = outcomes.flatMap((outcome): readonly unknown[] =>
        outcome.status === 'rejected' ? [outcome.reason] : [],
      );
      expect(losses).toHaveLength(attempts.length - 1);
      expect(losses.every((error) => error instanceof VersionConflict)).toBe(true);
      expect((await idsOf(store, stream)).slice(version)).toEqual(ids(attempts[winner] ?? []));
    }
  });

  it('keeps writers of different streams out of each other’s way', async () => {
    const { store } = opened();
    const streams = Array.from({ length: 40 }, () => freshStream());
    await Promise.all(
      streams.map(async (stream) => {
        for (const version of [0, 1, 2]) await store.append(stream, version, [sampleEvent()]);
      }),
    );
    const versions = await Promise.all(streams.map(async (stream) => (await store.read(stream)).length));
    expect(versions).toEqual(streams.map(() => 3));
  });

  it('writes the appends of one moment although some among them are refused', async () => {
    const { store } = opened();
    const taken = freshStream();
    await store.append(taken, 0, [sampleEvent()]);
    const streams = Array.from({ length: 12 }, (_, index) => (index % 3 === 1 ? taken : freshStream()));
    const outcomes = await Promise.allSettled(
      streams.map((stream) => store.append(stream, 0, sampleEvents(3))),
    );
    const lengths = await Promise.all(streams.map(async (stream) => (await store.read(stream)).length));
    expect(outcomes.map(({ status }) => status)).toEqual(
      streams.map((stream) => (stream === taken ? 'rejected' : 'fulfilled')),
    );
    expect(lengths).toEqual(streams.map((stream) => (stream === taken ? 1 : 3)));
  });

  it.each([
    ['a cycle', cycle()],
    ['nothing', undefined],
  ])(
    'refuses a payload that cannot be written, %s, with all of its batch and without its neighbours',
    async (_, data) => {
      const { store } = opened();
      const [before, bad, after] = [freshStream(), freshStream(), freshStream()];
      const outcomes = await Promise.allSettled([
        store.append(before, 0, sampleEvents(2)),
        store.append(bad, 0, [sampleEvent(), sampleEvent({ data }), sampleEvent()]),
        store.append(after, 0, sampleEvents(2)),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await idsOf(store, bad)).toEqual([]);
      expect([(await store.read(before)).length, (await store.read(after)).length]).toEqual([2, 2]);
    },
  );

  it('writes what the payload was when append was called', async () => {
    const { store } = opened();
    const stream = freshStream();
    const data = { answer: 'first' };
    const appending = store.append(stream, 0, [sampleEvent({ data })]);
    data.answer = 'second';
    await appending;
    expect((await store.read(stream)).map(({ event }) => event.data)).toEqual([{ answer: 'first' }]);
  });

  it('refuses an append of nothing', async () => {
    const { store } = opened();
    await expect(store.append(freshStream(), 0, [])).rejects.toThrow(RangeError);
  });

  it('takes a stream of a thousand events and a batch of a thousand', async () => {
    const { store } = opened();
    const stream = freshStream();
    const events = sampleEvents(2000);
    await store.append(stream, 0, events.slice(0, 1000));
    await store.append(stream, 1000, events.slice(1000));
    expect(await idsOf(store, stream)).toEqual(ids(events));
  });
}

function cycle(): object {
  const payload: { self?: object } = {};
  payload.self = payload;
  return payload;
}
