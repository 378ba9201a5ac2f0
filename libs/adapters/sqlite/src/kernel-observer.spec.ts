import { type EventStore, handle, type ObservedCommand, type Observer } from '@vestigo/kernel';
import { sampleMeta } from '@vestigo/kernel/testing';
import { openSqliteEventStore } from './sqlite-event-store';
import { register } from './testing/register';
import { temporaryFile } from './testing/temporary-file';
import { createUuidV7 } from './uuid-v7';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('whoever observes commands', () => {
  const { file, remove } = temporaryFile();
  const newId = createUuidV7();
  let store: EventStore;
  let seen: unknown[];

  beforeAll(() => {
    store = openSqliteEventStore({ file });
  });

  beforeEach(() => {
    seen = [];
  });

  afterAll(async () => {
    await store.close();
    remove();
  });

  const observer: Observer = {
    async command(observed: ObservedCommand, work) {
      seen.push(observed);
      return work({ ...observed.meta, traceparent });
    },
    messageRefused: () => undefined,
  };
  const enter = (serial: string, command: object = {}) => {
    const entered = { serials: [serial], at: 5, ...command };
    return handle({ store, newId, observer }, register, 'one', entered, { meta: sampleMeta });
  };

  it('is told what kind of command it is, for what kind of stream, and nothing of its content', async () => {
    await enter('A1');
    await enter('A2', { type: 'EnterWeapons' });
    expect(seen).toEqual([
      { category: 'register', type: 'only', meta: sampleMeta },
      { category: 'register', type: 'EnterWeapons', meta: sampleMeta },
    ]);
  });

  it('says where in the trace the events of the command stand', async () => {
    await enter('B1');
    const last = (await store.read('register-one')).at(-1);
    expect(last?.meta).toEqual({ ...sampleMeta, traceparent });
  });

  it('sees the rejection that the caller gets', async () => {
    await expect(enter('')).rejects.toMatchObject({ code: 'serial-missing' });
    expect(seen).toHaveLength(1);
  });
});
