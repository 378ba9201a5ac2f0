import { MessageChannel } from 'node:worker_threads';
import type { EventStore } from '@vestigo/kernel';
import { eventStoreContract, freshStream, sampleEvents } from '@vestigo/kernel/testing';
import { borrowSqliteEventStore, type LendingEventStore, openSqliteEventStore } from './sqlite-event-store';
import { temporaryFile } from './testing/temporary-file';

function borrowed(owner: LendingEventStore, file: string): EventStore {
  const { port1, port2 } = new MessageChannel();
  owner.serve(port1);
  return borrowSqliteEventStore({ file, port: port2 });
}

eventStoreContract('a borrowed SQLite log', () => {
  const { file, remove } = temporaryFile();
  const handles: EventStore[] = [];
  const open = () => {
    const owner = openSqliteEventStore({ file });
    const borrower = borrowed(owner, file);
    handles.push(borrower, owner);
    return { owner, borrower };
  };
  const first = open();
  return Promise.resolve({
    store: first.borrower,
    peek: () => Promise.resolve(open().borrower),
    reopen: async () => {
      await first.borrower.close();
      await first.owner.close();
      return open().borrower;
    },
    dispose: async () => {
      for (const handle of handles) await handle.close();
      remove();
    },
  });
});

describe('a log on loan', () => {
  const { file, remove } = temporaryFile();
  const owner = openSqliteEventStore({ file });
  const borrower = borrowed(owner, file);

  afterAll(async () => {
    await borrower.close();
    await owner.close();
    remove();
  });

  it('wakes a follower in the other thread long before it would look by itself', async () => {
    const waits: number[] = [];
    const signal = AbortSignal.timeout(10_000);
    const pages = borrower.follow({ after: await owner.head() }, signal)[Symbol.asyncIterator]();
    for (let round = 0; round < 8; round += 1) {
      const page = pages.next();
      await new Promise(setImmediate);
      const committed = performance.now();
      await owner.append(freshStream(), 0, sampleEvents(1));
      await page;
      waits.push(performance.now() - committed);
    }
    await pages.return?.();
    expect(Math.min(...waits)).toBeLessThan(100);
  });

  it('refuses what the owner refuses, in the same words', async () => {
    const stream = freshStream();
    await owner.append(stream, 0, sampleEvents(2));
    const fault = (store: EventStore) =>
      store.append(stream, 1, sampleEvents(1)).catch((error: unknown) => error);
    expect(await fault(borrower)).toEqual(await fault(owner));
  });
});
