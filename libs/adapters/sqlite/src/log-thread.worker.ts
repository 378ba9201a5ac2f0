import { parentPort, workerData } from 'node:worker_threads';
import type { LogThreadOrder } from './log-thread';
import { openSqliteEventStore } from './sqlite-event-store';

const { file } = workerData as { readonly file: string };
const store = openSqliteEventStore({ file, checkpointsAside: true });

parentPort?.on('message', (order: LogThreadOrder) => {
  if (order !== 'stop') store.serve(order);
  else void store.close().then(() => parentPort?.close());
});
