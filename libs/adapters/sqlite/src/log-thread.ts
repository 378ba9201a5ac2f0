import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { borrowSqliteEventStore, type LendingEventStore } from './sqlite-event-store';

/** What the thread of the log is told: whom to write for, or to end. */
export type LogThreadOrder = MessagePort | 'stop';

/**
 * The log of one SQLite file, written by a thread of its own, so that nobody waits for a disk who has something else to do. Should
 * that thread fail, so does the process: nothing could be acknowledged any more.
 */
export function openThreadedEventStore({ file }: { readonly file: string }): LendingEventStore {
  const { port1, port2 } = new MessageChannel();
  const store = borrowSqliteEventStore({ file, port: port1 });
  const worker = new Worker(join(__dirname, 'log-thread.worker.js'), { workerData: { file } });
  worker.once('error', (error) => {
    throw error;
  });
  const serve = (port: MessagePort) => {
    worker.postMessage(port satisfies LogThreadOrder, [port]);
  };
  serve(port2);
  const close = store.close.bind(store);
  return Object.assign(store, {
    serve,
    async close() {
      await close();
      const ended = once(worker, 'exit');
      worker.postMessage('stop' satisfies LogThreadOrder);
      await ended;
    },
  });
}
