import { parentPort, workerData } from 'node:worker_threads';
import type { CheckpointOrder } from './checkpoints';
import { openDatabase, orLater } from './database';

const { file } = workerData as { readonly file: string };
const db = openDatabase(file, 'FULL');
const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');

parentPort?.on('message', (order: CheckpointOrder) => {
  if (order === 'stop') {
    db.close();
    parentPort?.close();
    return;
  }
  orLater(() => checkpoint.get());
  parentPort?.postMessage('emptied');
});
