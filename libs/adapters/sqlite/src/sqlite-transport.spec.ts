import type { Message, Transport } from '@vestigo/kernel';
import { eventually, transportContract } from '@vestigo/kernel/testing';
import { openSqliteTransport, type ReceiverFailure } from './sqlite-transport';
import { temporaryFile } from './testing/temporary-file';

transportContract('the SQLite transport', () => {
  const { file, remove } = temporaryFile();
  const handles: Transport[] = [];
  const open = () => {
    const transport = openSqliteTransport({ file });
    handles.push(transport);
    return transport;
  };
  const transport = open();
  return Promise.resolve({
    transport,
    reopen: async () => {
      await transport.close();
      return open();
    },
    dispose: async () => {
      for (const handle of handles) await handle.close();
      remove();
    },
  });
});

describe('the SQLite transport', () => {
  const { file, remove } = temporaryFile();
  const failures: ReceiverFailure[] = [];
  let transport: Transport;

  beforeAll(() => {
    transport = openSqliteTransport({ file, onFailure: (failure) => failures.push(failure) });
  });

  afterAll(async () => {
    await transport.close();
    remove();
  });

  const message = (id: string): Message => ({ id, key: 'FRA', body: '{}' });

  const take = async (channel: string, group: string, last: string): Promise<readonly string[]> => {
    const ids: string[] = [];
    const abort = new AbortController();
    const receive = (batch: readonly Message[]) => {
      ids.push(...batch.map(({ id }) => id));
      if (ids.includes(last)) abort.abort();
      return Promise.resolve();
    };
    await transport.consume([channel], group, receive, abort.signal);
    return ids;
  };

  it('keeps everything until a group has taken it, and skips nothing after it was deleted', async () => {
    await transport.publish('requests', [message('1'), message('2')]);
    expect(await take('requests', 'desk', '2')).toEqual(['1', '2']);
    await transport.publish('requests', [message('3')]);
    expect(await take('requests', 'desk', '3')).toEqual(['3']);
  });

  it('keeps for the slowest group, and brings a late group what is left', async () => {
    await transport.publish('answers', [message('1')]);
    await transport.consume(['answers'], 'slow', () => Promise.resolve(), AbortSignal.abort());
    expect(await take('answers', 'quick', '1')).toEqual(['1']);
    expect(await take('answers', 'slow', '1')).toEqual(['1']);
    await transport.publish('answers', [message('2')]);
    expect(await take('answers', 'late', '2')).toEqual(['2']);
  });

  it('ignores a message that the channel still holds', async () => {
    await transport.publish('receipts', [message('1'), message('2')]);
    await transport.publish('receipts', [message('2'), message('1'), message('3')]);
    expect(await take('receipts', 'desk', '3')).toEqual(['1', '2', '3']);
  });

  it('tells of each failure and waits longer after each', async () => {
    const error = new Error('the desk is closed');
    const abort = new AbortController();
    const consuming = transport.consume(['delays'], 'desk', () => Promise.reject(error), abort.signal);
    await transport.publish('delays', [message('1')]);
    await eventually(() => {
      expect(failures.length).toBeGreaterThanOrEqual(3);
    });
    abort.abort();
    await consuming;
    expect(failures.slice(0, 3)).toEqual([
      { channel: 'delays', group: 'desk', error, pause: 20 },
      { channel: 'delays', group: 'desk', error, pause: 40 },
      { channel: 'delays', group: 'desk', error, pause: 80 },
    ]);
  });
});
