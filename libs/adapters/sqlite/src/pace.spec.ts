import { freshStream, sampleEvent } from '@vestigo/kernel/testing';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { borrowSqliteEventStore, openSqliteEventStore } from './sqlite-event-store';
import { openSqliteReadStore } from './sqlite-read-store';
import { openSqliteTransport } from './sqlite-transport';
import { temporaryFile } from './testing/temporary-file';

describe('a thread that lets others through', () => {
  const place = temporaryFile();
  const beside = (name: string) => join(place.file, '..', name);
  const pause = jest.fn();
  /** How often it paused meanwhile. */
  const pauses = async (work: () => unknown) => {
    pause.mockClear();
    await work();
    return pause.mock.calls.length;
  };

  afterAll(place.remove);

  it('does so before each statement on its views, also within a transaction', async () => {
    const store = openSqliteReadStore({ file: beside('views.db'), pause });
    const view = store.open({
      name: 'seen',
      version: '1',
      tables: ['seen'],
      schema: 'CREATE TABLE seen (id TEXT) STRICT',
    });
    const none = await pauses(() => view.advance(0, 1, () => undefined));
    const three = await pauses(() =>
      view.advance(1, 2, (rows) => {
        for (const id of ['a', 'b', 'c']) rows.run('INSERT INTO seen VALUES (?)', id);
      }),
    );
    expect(three - none).toBe(3);
    expect(await pauses(() => view.all('SELECT id FROM seen'))).toBe(1);
    store.close();
  });

  it('does so before each look at the log of another thread', async () => {
    const { port1, port2 } = new MessageChannel();
    const lending = openSqliteEventStore({ file: place.file });
    lending.serve(port1);
    const store = borrowSqliteEventStore({ file: place.file, port: port2, pause });
    const stream = freshStream('traceCase');
    await store.append(stream, 0, [sampleEvent()]);
    expect(await pauses(() => store.read(stream))).toBe(1);
    await store.close();
    await lending.close();
  });

  it('does so before each look at the channels', async () => {
    const transport = openSqliteTransport({ file: beside('transport.db'), pause });
    expect(await pauses(() => transport.backlog(['traced'], 'all'))).toBe(1);
    await transport.close();
  });
});
