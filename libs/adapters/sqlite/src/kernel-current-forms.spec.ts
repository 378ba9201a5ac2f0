import {
  type DomainEvent,
  type EventStore,
  type StreamForms,
  UnknownForm,
  withCurrentForms,
} from '@vestigo/kernel';
import { eventStoreContract, freshStream, sampleEvent, sampleMeta } from '@vestigo/kernel/testing';
import { openSqliteEventStore } from './sqlite-event-store';
import { temporaryFile } from './testing/temporary-file';

interface Serial {
  readonly text: string;
  readonly part: string;
}

/** A serial was one text first, then a text with the part that carries it, then a list of them. */
const steps = [
  ({ serial }: { readonly serial: string }) => ({ text: serial, part: 'FRAME_RECEIVER' }),
  (serial: Serial) => ({ serials: [serial] }),
];
const formsAfter = (count: number): StreamForms => ({
  category: 'register',
  upcasts: new Map(count === 0 ? [] : [['WeaponEntered', steps.slice(0, count)]]),
});
const entered = (data: unknown) => sampleEvent({ type: 'WeaponEntered', data });

eventStoreContract('the SQLite log in current forms', () => {
  const { file, remove } = temporaryFile();
  const handles: EventStore[] = [];
  const same = (data: unknown) => data;
  const sample: StreamForms = {
    category: 'tracingRequest',
    upcasts: new Map([['TracingRequestSubmitted', [same, same]]]),
  };
  const open = () => {
    const store = withCurrentForms(openSqliteEventStore({ file }), [sample]);
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

describe('a log whose events have changed their form', () => {
  const { file, remove } = temporaryFile();
  let stored: EventStore;
  const asOf = (count: number) => withCurrentForms(stored, [formsAfter(count)]);

  beforeEach(() => {
    stored = openSqliteEventStore({ file });
  });

  afterEach(async () => {
    await stored.close();
  });

  afterAll(remove);

  /** A stream to which each version of the software has written once. */
  async function written(): Promise<{ readonly stream: string; readonly before: number }> {
    const stream = freshStream('register');
    const before = await stored.head();
    await asOf(0).append(stream, 0, [entered({ serial: 'A1' })]);
    await asOf(1).append(stream, 1, [entered({ text: 'B2', part: 'BARREL' })]);
    await asOf(2).append(stream, 2, [entered({ serials: [] }), sampleEvent({ type: 'RegisterClosed' })]);
    return { stream, before };
  }
  const current = [
    { serials: [{ text: 'A1', part: 'FRAME_RECEIVER' }] },
    { serials: [{ text: 'B2', part: 'BARREL' }] },
    { serials: [] },
    { serialNumber: 'AB 123' },
  ];
  const dataOf = (events: readonly { readonly event: DomainEvent }[]) =>
    events.map(({ event }) => event.data);

  it('is read in the current form, whichever version wrote it, by stream, in order and live', async () => {
    const { stream, before } = await written();
    const store = asOf(2);
    expect(dataOf(await store.read(stream))).toEqual(current);
    expect(dataOf((await store.readAll({ after: before })).events)).toEqual(current);
    const only = { after: before, categories: ['register'] };
    expect(dataOf((await store.readAll(only)).events)).toEqual(current);
    const end = new AbortController();
    for await (const { events } of store.follow(only, end.signal)) {
      expect(dataOf(events)).toEqual(current);
      end.abort();
    }
  });

  it('keeps everything else of an event, and shows no reader in which version it was stored', async () => {
    const { stream } = await written();
    const raw = await stored.read(stream);
    expect(raw.map(({ meta }) => meta)).toEqual([
      sampleMeta,
      { ...sampleMeta, schema: 2 },
      { ...sampleMeta, schema: 3 },
      sampleMeta,
    ]);
    expect(await asOf(2).read(stream)).toStrictEqual(
      raw.map((recorded, index) => ({
        ...recorded,
        event: { ...recorded.event, data: current[index] },
        meta: sampleMeta,
      })),
    );
  });

  it('leaves what is stored, and clock facts, as they were written', async () => {
    const { stream, before } = await written();
    expect(dataOf(await stored.read(stream)).slice(0, 2)).toEqual([
      { serial: 'A1' },
      { text: 'B2', part: 'BARREL' },
    ]);
    expect(await asOf(2).readFacts({ after: before })).toEqual(await stored.readFacts({ after: before }));
  });

  it('is not read by software that is older than what wrote it', async () => {
    const { stream, before } = await written();
    await expect(asOf(1).read(stream)).rejects.toThrow(UnknownForm);
    await expect(asOf(1).readAll({ after: before })).rejects.toThrow(
      `WeaponEntered (${stream}, version 3) is stored in form 3, and the newest one known here is 2`,
    );
  });

  it('hands on untouched what stands in streams that never changed', async () => {
    const stream = freshStream('traceCase');
    const before = await stored.head();
    await stored.append(stream, 0, [sampleEvent({ type: 'WeaponEntered', data: { serial: 'A1' } })]);
    const raw = await stored.read(stream);
    expect(await asOf(2).read(stream)).toStrictEqual(raw);
    const { events } = await asOf(2).readAll({ after: before, categories: ['traceCase'] });
    expect(events).toStrictEqual(raw);
  });
});
