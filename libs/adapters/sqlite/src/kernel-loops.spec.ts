import {
  type EventStore,
  keepProjecting,
  keepProjectingFacts,
  keepPublishing,
  type Message,
  type Outbound,
  publisherLoop,
  soleLeadership,
  type Projection,
  type ReadStore,
  type RecordedEvent,
  type RecordedFact,
  StaleCheckpoint,
  type Transport,
} from '@vestigo/kernel';
import { eventually, freshStream, sampleClock, sampleEvent } from '@vestigo/kernel/testing';
import { join } from 'node:path';
import { openSqliteEventStore } from './sqlite-event-store';
import { openSqliteReadStore } from './sqlite-read-store';
import { openSqliteTransport } from './sqlite-transport';
import { temporaryFile } from './testing/temporary-file';

const serials: Projection<RecordedEvent> = {
  name: 'serials',
  version: '1',
  tables: ['serial'],
  schema: 'CREATE TABLE serial (position INTEGER PRIMARY KEY, type TEXT NOT NULL) STRICT',
  categories: ['traceCase'],
  project: (events, rows) => {
    for (const { position, event } of events) {
      if (event.type === 'Poison') throw new Error('cannot be projected');
      rows.run('INSERT INTO serial VALUES (?, ?)', position, event.type);
    }
  },
};

const pairs: Projection<RecordedFact> = {
  name: 'pairs',
  version: '1',
  tables: ['pair'],
  schema: 'CREATE TABLE pair (states TEXT PRIMARY KEY, requests INTEGER NOT NULL) STRICT',
  project: (facts, rows) => {
    for (const { requestingState, respondingState } of facts) {
      rows.run(
        'INSERT INTO pair VALUES (?, 1) ON CONFLICT DO UPDATE SET requests = requests + 1',
        `${requestingState}-${respondingState}`,
      );
    }
  },
};

const outbound: Outbound<RecordedEvent['event']> = {
  name: 'requests',
  categories: ['traceCase'],
  letterOf: ({ id, stream, event }) =>
    event.type === 'Internal'
      ? undefined
      : { channel: 'requests', message: { id, key: stream, body: event.type } },
};

describe('loops beside the edge', () => {
  let place: ReturnType<typeof temporaryFile>;
  let store: EventStore;
  let views: ReadStore;
  let transport: Transport;

  beforeEach(() => {
    place = temporaryFile();
    store = openSqliteEventStore({ file: place.file });
    views = openSqliteReadStore({ file: join(place.file, '..', 'views.db') });
    transport = openSqliteTransport({ file: join(place.file, '..', 'transport.db') });
  });

  afterEach(async () => {
    await store.close();
    views.close();
    await transport.close();
    place.remove();
  });

  const stream = freshStream('traceCase');
  const append = async (version: number, ...types: readonly string[]) =>
    store.append(
      stream,
      version,
      types.map((type) => sampleEvent({ type })),
    );
  const typesIn = (view: ReturnType<ReadStore['open']>) =>
    view.all<{ type: string }>('SELECT type FROM serial ORDER BY position').map(({ type }) => type);

  const until = async (run: (signal: AbortSignal) => Promise<void>, probe: () => void | Promise<void>) => {
    const abort = new AbortController();
    const running = run(abort.signal);
    try {
      await eventually(probe);
    } finally {
      abort.abort();
      await running;
    }
  };

  it('keep a view at the head of the log, also past events that are none of its business', async () => {
    const view = views.open(serials);
    await append(0, 'Received', 'Acknowledged');
    const project = (signal: AbortSignal) => keepProjecting(store, view, serials, signal);
    await store.append(freshStream('participant'), 0, [sampleEvent()]);
    await until(project, async () => {
      expect([typesIn(view), view.checkpoint()]).toEqual([['Received', 'Acknowledged'], await store.head()]);
    });
    await append(2, 'Answered');
    await until(project, () => {
      expect(typesIn(view)).toEqual(['Received', 'Acknowledged', 'Answered']);
    });
  });

  it('count facts without opening a payload', async () => {
    const view = views.open(pairs);
    await store.append(stream, 0, [
      sampleEvent(),
      sampleEvent({ clock: null }),
      sampleEvent({ clock: { ...sampleClock, respondingState: 'XKX' } }),
      sampleEvent(),
    ]);
    await until(
      (signal) => keepProjectingFacts(store, view, pairs, signal),
      async () => {
        expect(view.checkpoint()).toBe(await store.head());
      },
    );
    expect(view.all('SELECT * FROM pair ORDER BY states')).toEqual([
      { states: 'FRA-BEL', requests: 2 },
      { states: 'FRA-XKX', requests: 1 },
    ]);
  });

  it('stop at an event that a projection fails on and keep nothing of its batch', async () => {
    const view = views.open(serials);
    await append(0, 'Received', 'Poison');
    const running = keepProjecting(store, view, serials, new AbortController().signal);
    await expect(running).rejects.toThrow('cannot be projected');
    expect([typesIn(view), view.checkpoint()]).toEqual([[], 0]);
  });

  it('let only one of two followers write a view', async () => {
    const abort = new AbortController();
    const [one, two] = [views.open(serials), views.open(serials)];
    const running = [one, two].map((view) => keepProjecting(store, view, serials, abort.signal));
    await append(0, 'Received');
    await expect(Promise.race(running)).rejects.toThrow(StaleCheckpoint);
    abort.abort();
    await Promise.allSettled(running);
    expect(typesIn(one)).toEqual(['Received']);
  });

  it('publish what leaves the house, in order, and go on where they stopped', async () => {
    const leadership = soleLeadership(views);
    const publish = publisherLoop(store, leadership, transport, outbound);
    await append(0, 'Received', 'Internal', 'Acknowledged');
    await store.append(freshStream('participant'), 0, [sampleEvent()]);
    await until(publish.run, async () => {
      expect(await publish.behind()).toBe(0);
    });
    await append(3, 'Answered');
    const received: Message[] = [];
    const abort = new AbortController();
    const consuming = transport.consume(
      ['requests'],
      'desk',
      (batch) => Promise.resolve(void received.push(...batch)),
      abort.signal,
    );
    await until(publish.run, () => {
      expect(received).toHaveLength(3);
    });
    abort.abort();
    await consuming;
    const sent = (await store.read(stream)).flatMap((recorded) => outbound.letterOf(recorded) ?? []);
    expect(received).toEqual(sent.map(({ message }) => message));
  });

  it('publish again, under the same ids, what was published before the checkpoint moved', async () => {
    await append(0, 'Received');
    const lost = new Error('stopped between publishing and the checkpoint');
    const { signal } = new AbortController();
    const stopping = {
      signal,
      from: 0,
      reach: () => {
        throw lost;
      },
      holds: () => true,
    };
    await expect(keepPublishing(store, transport, outbound, stopping)).rejects.toThrow(lost);
    expect(await transport.backlog(['requests'], 'desk')).toBe(1);
    const publish = publisherLoop(store, soleLeadership(views), transport, outbound);
    await until(publish.run, async () => {
      expect(await publish.behind()).toBe(0);
    });
    expect(await transport.backlog(['requests'], 'desk')).toBe(1);
  });
});
