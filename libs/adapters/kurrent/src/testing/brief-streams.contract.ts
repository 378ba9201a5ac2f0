import { categoryOf, type EventStore, VersionConflict } from '@vestigo/kernel';
import { freshStream, sampleEvent } from '@vestigo/kernel/testing';

/** What `brief` does, on a stand-in and on a server. */
export function briefStreamsContract(
  name: string,
  open: (brief: readonly string[]) => Promise<EventStore>,
): void {
  describe(`${name}, of streams that are kept brief`, () => {
    const stream = freshStream('signOfLife');
    const signs = Array.from({ length: 5 }, () => sampleEvent());
    let store: EventStore;

    beforeAll(async () => {
      store = await open([categoryOf(stream)]);
      for (const [version, sign] of signs.entries()) await store.append(stream, version, [sign]);
    });

    afterAll(() => store.close());

    const versionsIn = async (of: string) =>
      (await store.read(of)).map(({ id, version }) => ({ id, version }));

    it('shows the last two, under the versions that they have', async () => {
      const [fourth, fifth] = signs.slice(3);
      expect(await versionsIn(stream)).toEqual([
        { id: fourth?.id, version: 4 },
        { id: fifth?.id, version: 5 },
      ]);
    });

    it('knows the repeat of the last append, and refuses any other append that comes late', async () => {
      const [fifth] = signs.slice(4);
      if (!fifth) throw new Error('there are five');
      expect(await store.append(stream, 4, [fifth])).toMatchObject({ version: 5 });
      await expect(store.append(stream, 4, [sampleEvent()])).rejects.toThrow(VersionConflict);
      await expect(store.append(stream, 1, [sampleEvent()])).rejects.toThrow(VersionConflict);
      await expect(store.append(stream, 0, [sampleEvent()])).rejects.toThrow(VersionConflict);
      expect((await versionsIn(stream)).map(({ version }) => version)).toEqual([4, 5]);
    });

    it('keeps every event of all others', async () => {
      const whole = freshStream('traceCase');
      for (const [version, event] of [sampleEvent(), sampleEvent(), sampleEvent()].entries()) {
        await store.append(whole, version, [event]);
      }
      expect((await versionsIn(whole)).map(({ version }) => version)).toEqual([1, 2, 3]);
    });
  });
}
