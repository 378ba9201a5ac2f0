import { once } from 'node:events';
import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import { type Report, type RunningLoops, settled, startLoops } from '@vestigo/service';
import type { LendingExchange } from './exchange';
import { loopMemory } from './loop-memory';

/** What the thread of the loops is given. */
export interface LoopThreadData {
  readonly data: string;
  /** To the writer of the log. */
  readonly port: MessagePort;
}

/** What it is told after that: to tell what it counts, as often as asked, and to end. */
export type LoopThreadOrder = 'count' | 'stop';

/** Longest that figures of the thread are waited for, in milliseconds. */
const patienceMs = 1000;

/** Runs the loops of an exchange in a thread of their own, so that no desk waits for them. */
export function startLoopThread(exchange: LendingExchange, report: Report): RunningLoops {
  let worker: Worker | undefined;
  const thread = {
    name: 'the thread of the loops',
    run(signal: AbortSignal) {
      worker = new Worker(join(__dirname, 'loop-thread.worker.js'), { resourceLimits: loopMemory });
      return runThread(worker, exchange, signal).finally(() => {
        worker = undefined;
      });
    },
  };
  const { stop } = startLoops([thread], report);
  return { settled: () => settled(exchange), counted: () => countedIn(worker), stop };
}

/** What the thread counts, in the form of prom-client; nothing while there is no thread. */
async function countedIn(worker: Worker | undefined): Promise<object> {
  if (!worker) return [];
  const answered = once(worker, 'message', { signal: AbortSignal.timeout(patienceMs) });
  worker.postMessage('count' satisfies LoopThreadOrder);
  const [counted]: readonly object[] = await answered.catch(() => []);
  return counted ?? [];
}

function runThread(worker: Worker, exchange: LendingExchange, signal: AbortSignal): Promise<void> {
  const port = exchange.lend();
  worker.postMessage({ data: exchange.data, port } satisfies LoopThreadData, [port]);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      worker.postMessage('stop' satisfies LoopThreadOrder);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (signal.aborted) resolve();
      else reject(new Error(`it ended with code ${String(code)}`));
    });
  });
}
