import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import { type RunningLoops, settled, startLoops } from '@vestigo/service';
import type { LendingExchange } from './exchange';
import { loopMemory } from './loop-memory';

/** What the thread of the loops is given. */
export interface LoopThreadData {
  readonly data: string;
  /** To the writer of the log. */
  readonly port: MessagePort;
}

/** Runs the loops of an exchange in a thread of their own, so that no desk waits for them. */
export function startLoopThread(exchange: LendingExchange, report: (line: string) => void): RunningLoops {
  const thread = {
    name: 'the thread of the loops',
    run: (signal: AbortSignal) => runThread(exchange, signal),
  };
  const { stop } = startLoops([thread], report);
  return { settled: () => settled(exchange), stop };
}

function runThread(exchange: LendingExchange, signal: AbortSignal): Promise<void> {
  const worker = new Worker(join(__dirname, 'loop-thread.worker.js'), { resourceLimits: loopMemory });
  const port = exchange.lend();
  worker.postMessage({ data: exchange.data, port } satisfies LoopThreadData, [port]);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      worker.postMessage('stop');
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (signal.aborted) resolve();
      else reject(new Error(`it ended with code ${String(code)}`));
    });
  });
}
