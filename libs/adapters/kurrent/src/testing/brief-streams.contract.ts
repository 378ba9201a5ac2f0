import { randomUUID } from 'node:crypto';
import { type EventStore, type NewEvent, VersionConflict } from '@vestigo/kernel';

const brief = 'signOfLife';

const sign = (): NewEvent => ({
  id: randomUUID(),
  event: { type: 'SignGiven', occurredAt: Date.now(), clock: null, data: {} },
  meta: { actor: 'lease', state: null, role: 'service', correlationId: 'lease', causationId: 'lease' },
});

/** What `brief` does, on a stand-in and on a server. */
export function briefStreamsContract(
  name: string,
  open: (categories: readonly string[]) => Promise<EventStore>,
): void {
  describe(`${name}, of streams that are kept brief`, () => {
    const stream = `${brief}-${randomUUID()}`;
    const signs = Array.from({ length: 5 }, sign);
    let store: EventStore;

    beforeAll(async () => {
      store = await open([brief]);
      for (const [version, one] of signs.entries()) await store.append(stream, version, [one]);
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
      await expect(store.append(stream, 4, [sign()])).rejects.toThrow(VersionConflict);
      await expect(store.append(stream, 1, [sign()])).rejects.toThrow(VersionConflict);
      await expect(store.append(stream, 0, [sign()])).rejects.toThrow(VersionConflict);
      expect((await versionsIn(stream)).map(({ version }) => version)).toEqual([4, 5]);
    });

    it('keeps every event of all others', async () => {
      const whole = `traceCase-${randomUUID()}`;
      for (const [version, event] of [sign(), sign(), sign()].entries()) {
        await store.append(whole, version, [event]);
      }
      expect((await versionsIn(whole)).map(({ version }) => version)).toEqual([1, 2, 3]);
    });
  });
}
