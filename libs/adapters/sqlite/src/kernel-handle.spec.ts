import { type CommandContext, type EventStore, handle, VersionConflict } from '@vestigo/kernel';
import { sampleMeta } from '@vestigo/kernel/testing';
import { openSqliteEventStore } from './sqlite-event-store';
import { type EnterWeapons, register, weaponEntered } from './testing/register';
import { temporaryFile } from './testing/temporary-file';
import { createUuidV7 } from './uuid-v7';

describe('handling a command', () => {
  const { file, remove } = temporaryFile();
  const newId = createUuidV7();
  let store: EventStore;
  let id: string;

  beforeAll(() => {
    store = openSqliteEventStore({ file });
  });

  beforeEach(() => {
    id = newId();
  });

  afterAll(async () => {
    await store.close();
    remove();
  });

  const enter = (serials: readonly string[], context: Partial<CommandContext> = {}, decider = register) =>
    handle({ store, newId }, decider, id, { serials, at: 5 }, { meta: sampleMeta, ...context });
  const stored = async () => (await store.read(`register-${id}`)).map(({ event }) => event);

  it('appends what is decided to the stream of the category and id, with who did it', async () => {
    expect(await enter(['A1', 'A2'])).toEqual({
      state: { serials: ['A1', 'A2'] },
      version: 2,
      repeated: false,
    });
    expect(await stored()).toEqual([weaponEntered('A1', 5), weaponEntered('A2', 5)]);
    expect((await store.read(`register-${id}`)).map(({ meta }) => meta)).toEqual([sampleMeta, sampleMeta]);
  });

  it('decides on the whole history', async () => {
    await enter(['A1']);
    expect(await enter(['A1', 'A2'])).toEqual({
      state: { serials: ['A1', 'A2'] },
      version: 2,
      repeated: false,
    });
    expect(await stored()).toEqual([weaponEntered('A1', 5), weaponEntered('A2', 5)]);
  });

  it('writes nothing for a command that asks for what is already the case', async () => {
    await enter(['A1']);
    expect(await enter(['A1'])).toEqual({ state: { serials: ['A1'] }, version: 1, repeated: true });
  });

  it('begins a stream of a new id without reading it', async () => {
    const unreadable = {
      ...store,
      append: store.append.bind(store),
      read: () => Promise.reject(new Error('it was read')),
    };
    const log = { store: unreadable, newId };
    const command = { serials: ['A1'], at: 5 };
    const begun = await handle(log, register, id, command, { meta: sampleMeta, isNew: true });
    expect(begun).toEqual({ state: { serials: ['A1'] }, version: 1, repeated: false });
    expect(await stored()).toEqual([weaponEntered('A1', 5)]);
  });

  it('decides on what is there when a stream was no new one after all', async () => {
    await enter(['A1']);
    const { state, version } = await enter(['A1', 'A2'], { isNew: true });
    expect([state, version]).toEqual([{ serials: ['A1', 'A2'] }, 2]);
    expect(await stored()).toEqual([weaponEntered('A1', 5), weaponEntered('A2', 5)]);
  });

  it('throws the rejection and writes nothing', async () => {
    await expect(enter(['A1', ''])).rejects.toMatchObject({ kind: 'invalid', code: 'serial-missing' });
    expect(await stored()).toEqual([]);
  });

  it('decides again when somebody else wrote meanwhile', async () => {
    const rival = rivalIn(2);
    const { version, state } = await enter(['A1'], {}, rival.decider);
    expect({ version, state, decisions: rival.decisions() }).toEqual({
      version: 3,
      state: { serials: ['rival 1', 'rival 2', 'A1'] },
      decisions: 3,
    });
  });

  it('gives up on a stream that never comes to rest', async () => {
    const rival = rivalIn(1000);
    await expect(enter(['A1'], {}, rival.decider)).rejects.toThrow(VersionConflict);
    expect(rival.decisions()).toBe(16);
  });

  it('lets many desks write one stream at the same time, each once', async () => {
    const serials = Array.from({ length: 10 }, (_, index) => `A${index}`);
    await Promise.all(serials.map((serial) => enter([serial])));
    expect((await stored()).map(({ data }) => data)).toEqual(
      expect.arrayContaining(serials.map((serial) => ({ serial }))),
    );
    expect(await stored()).toHaveLength(10);
  });

  it('refuses a caller that has seen another version, and does not decide again for it', async () => {
    await enter(['A1']);
    await expect(enter(['A2'], { expected: 0 })).rejects.toMatchObject({ expected: 0, actual: 1 });
    const rival = rivalIn(1);
    await expect(enter(['A2'], { expected: 1 }, rival.decider)).rejects.toMatchObject({
      expected: 1,
      actual: 2,
    });
    expect(rival.decisions()).toBe(1);
    expect(await enter(['A2'], { expected: 2 })).toMatchObject({ version: 3 });
  });

  it('has its effect once for a message that comes twice', async () => {
    const messageId = newId();
    const first = await enter(['A1'], { messageId });
    await enter(['A2']);
    const again = await enter(['A3'], { messageId });
    expect([first.version, first.repeated, again.version, again.repeated]).toEqual([1, false, 1, true]);
    expect(await stored()).toEqual([weaponEntered('A1', 5), weaponEntered('A2', 5)]);
    expect((await store.read(`register-${id}`))[0]?.id).toBe(messageId);
  });

  it('answers the repeat although the caller has seen an older version', async () => {
    const messageId = newId();
    await enter(['A1'], { messageId, expected: 0 });
    expect(await enter(['A1'], { messageId, expected: 0 })).toMatchObject({ version: 1, repeated: true });
  });

  it('has its effect once for a message that comes many times at the same moment', async () => {
    const messageId = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(['A1'], { messageId })));
    expect(answers.map(({ version }) => version)).toEqual(answers.map(() => 1));
    expect(await stored()).toHaveLength(1);
  });

  it('refuses a message id that was used with another body', async () => {
    const messageId = newId();
    const sent = (fingerprint: string) => ({ messageId, meta: { ...sampleMeta, fingerprint } });
    await enter(['A1'], sent('body 1'));
    await expect(enter(['A2'], sent('body 2'))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'idempotency-key-reused',
    });
    expect(await enter(['A1'], sent('body 1'))).toMatchObject({ repeated: true });
    expect(await stored()).toHaveLength(1);
  });

  /** A decider during whose first decisions somebody else appends to the same stream. */
  function rivalIn(times: number) {
    let decisions = 0;
    const decider: typeof register = {
      ...register,
      decide: (command: EnterWeapons, state) => {
        decisions += 1;
        if (decisions <= times) {
          const event = weaponEntered(`rival ${decisions}`, 5);
          void store.append(`register-${id}`, state.serials.length, [
            { id: newId(), event, meta: sampleMeta },
          ]);
        }
        return register.decide(command, state);
      },
    };
    return { decider, decisions: () => decisions };
  }
});
