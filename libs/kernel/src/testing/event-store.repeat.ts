import { VersionConflict } from '../event-store';
import type { OpenedEventStore } from './event-store.contract';
import { freshStream, sampleEvent, sampleEvents } from './sample-events';

/** The same ids at the same place are the same append, however often they come. */
export function repeatContract(opened: () => OpenedEventStore): void {
  it('answers a repeated append as the first one and writes nothing', async () => {
    const { store } = opened();
    const stream = freshStream();
    const event = sampleEvent();
    const first = await store.append(stream, 0, [event]);
    const head = await store.head();
    expect(await store.append(stream, 0, [event])).toEqual(first);
    expect(await store.read(stream)).toHaveLength(1);
    expect(await store.head()).toBe(head);
  });

  it('answers a repeated batch as the first one, also after the stream went on', async () => {
    const { store } = opened();
    const stream = freshStream();
    const [early, batch, late] = [sampleEvents(3), sampleEvents(4), sampleEvents(5)];
    await store.append(stream, 0, early);
    const first = await store.append(stream, 3, batch);
    expect(await store.append(stream, 3, batch)).toEqual(first);
    await store.append(stream, 7, late);
    expect(await store.append(stream, 3, batch)).toEqual(first);
    expect((await store.read(stream)).map(({ id }) => id)).toEqual(
      [...early, ...batch, ...late].map(({ id }) => id),
    );
  });

  it('answers repeats that come at the same moment alike', async () => {
    const { store, peek } = opened();
    const other = await peek();
    for (const size of [1, 3]) {
      const stream = freshStream();
      const batch = sampleEvents(size);
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, index) => (index % 4 === 3 ? other : store).append(stream, 0, batch)),
      );
      const [last] = (await store.read(stream)).slice(-1);
      expect(answers).toEqual(answers.map(() => ({ version: size, position: last?.position })));
      expect(await store.read(stream)).toHaveLength(size);
    }
  });

  it('remembers over a restart', async () => {
    const { store, reopen } = opened();
    const stream = freshStream();
    const batch = sampleEvents(2);
    const first = await store.append(stream, 0, batch);
    expect(await (await reopen()).append(stream, 0, batch)).toEqual(first);
  });

  it('takes ids that are only partly the same for another append', async () => {
    const { store } = opened();
    const stream = freshStream();
    const batch = sampleEvents(2);
    await store.append(stream, 0, batch);
    const others = [
      [...batch.slice(0, 1), sampleEvent()],
      [...batch, sampleEvent()],
      [sampleEvent(), ...batch.slice(1)],
      [...batch].reverse(),
    ];
    for (const other of others) {
      await expect(store.append(stream, 0, other)).rejects.toThrow(VersionConflict);
    }
    expect((await store.read(stream)).map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
  });

  it('takes the same id in two streams for two events', async () => {
    const { store } = opened();
    const [one, two] = [freshStream(), freshStream()];
    const event = sampleEvent();
    await store.append(one, 0, [event]);
    await store.append(two, 0, [event]);
    expect((await store.read(one)).map(({ id, version }) => [id, version])).toEqual([[event.id, 1]]);
    expect((await store.read(two)).map(({ id, version }) => [id, version])).toEqual([[event.id, 1]]);
  });
}
