import {
  type EventStore,
  keepProjectingFacts,
  type Projection,
  type ReadStore,
  type RecordedFact,
  Unavailable,
  type View,
} from '@vestigo/kernel';
import { eventually, freshStream, sampleEvent, sampleEvents } from '@vestigo/kernel/testing';
import { join } from 'node:path';
import { openSqliteEventStore } from './sqlite-event-store';
import { openSqliteReadStore } from './sqlite-read-store';
import { temporaryFile } from './testing/temporary-file';

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

/** The same view, its facts held until they are written; each stands for so many rows. */
const gathered = (rowsAFact: number): Projection<RecordedFact> => ({
  ...pairs,
  gather: () => {
    const held: RecordedFact[] = [];
    return {
      get waiting() {
        return held.length * rowsAFact;
      },
      add: (facts) => held.push(...facts),
      write: (rows) => {
        pairs.project(held.splice(0), rows);
      },
    };
  },
});

describe('a follower that gathers', () => {
  const stream = freshStream('traceCase');
  let place: ReturnType<typeof temporaryFile>;
  let store: EventStore;
  let views: ReadStore;
  let view: View;
  let advances: (readonly [from: number, through: number])[];

  beforeEach(async () => {
    place = temporaryFile();
    store = openSqliteEventStore({ file: place.file });
    views = openSqliteReadStore({ file: join(place.file, '..', 'views.db') });
    const opened = views.open(pairs);
    advances = [];
    view = {
      ...opened,
      advance: async (from, through, write) => {
        await opened.advance(from, through, write);
        advances.push([from, through]);
      },
    };
    await store.append(stream, 0, sampleEvents(8));
  });

  afterEach(async () => {
    await store.close();
    views.close();
    place.remove();
  });

  const inThrees: Pick<EventStore, 'head' | 'followFacts'> = {
    head: () => store.head(),
    followFacts: (query, signal) => store.followFacts({ ...query, limit: 3 }, signal),
  };

  const follow = async (projection: Projection<RecordedFact>, probe: () => Promise<void>) => {
    const abort = new AbortController();
    const running = keepProjectingFacts(inThrees, view, projection, abort.signal);
    try {
      await eventually(probe);
    } finally {
      abort.abort();
      await running;
    }
  };
  const atHead = async () => {
    expect(view.checkpoint()).toBe(await store.head());
  };
  const requests = () => view.all('SELECT requests FROM pair');

  it('writes many batches together while it is behind, and each at once at the head of the log', async () => {
    await follow(gathered(1), async () => {
      await atHead();
      if (view.checkpoint() < 10) await store.append(stream, view.checkpoint(), [sampleEvent()]);
      expect(view.checkpoint()).toBe(10);
    });
    expect(advances).toEqual([
      [0, 8],
      [8, 9],
      [9, 10],
    ]);
    expect(requests()).toEqual([{ requests: 10 }]);
  });

  it('writes before it is at the head when many rows wait', async () => {
    await follow(gathered(5000), atHead);
    expect(advances).toEqual([
      [0, 6],
      [6, 8],
    ]);
    expect(requests()).toEqual([{ requests: 8 }]);
  });

  it('keeps nothing that was not written, and takes it from the log again', async () => {
    const failing: typeof inThrees = {
      ...inThrees,
      async *followFacts(query, signal) {
        for await (const batch of inThrees.followFacts(query, signal)) {
          if (batch.through > 6) throw new Unavailable('the log does not answer');
          yield batch;
        }
      },
    };
    const running = keepProjectingFacts(failing, view, gathered(1), new AbortController().signal);
    await expect(running).rejects.toThrow(Unavailable);
    expect([view.checkpoint(), requests()]).toEqual([0, []]);
    await follow(gathered(1), atHead);
    expect(requests()).toEqual([{ requests: 8 }]);
  });
});
