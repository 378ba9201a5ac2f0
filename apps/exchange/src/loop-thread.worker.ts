import 'reflect-metadata';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { startLoops } from '@vestigo/service';
import { joinExchange } from './exchange';
import type { LoopThreadData } from './loop-thread';

/** Of the thread, not the process, on Linux alone: where cores are few, desks are served first. */
if (process.platform === 'linux') setPriority(5);

// The first message starts the loops, the second ends them.
parentPort?.once('message', ({ data, port }: LoopThreadData) => {
  const exchange = joinExchange(data, port);
  const loops = startLoops(exchange.loops, (line) => {
    process.stderr.write(`${line}\n`);
  });
  parentPort?.once('message', () => {
    void loops.stop().then(() => exchange.close());
  });
});
