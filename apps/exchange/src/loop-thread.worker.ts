import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { openTelemetry, reportTo, startLoops } from '@vestigo/service';
import { joinExchange } from './exchange';
import { giveWay } from './give-way';
import type { LoopThreadData, LoopThreadOrder } from './loop-thread';

async function runLoops({ data, port }: LoopThreadData) {
  const telemetry = await openTelemetry('exchange', process.env, 'text');
  const exchange = joinExchange(data, port, telemetry);
  const loops = startLoops(exchange.loops, reportTo(telemetry));
  // Where cores are few, desks are served first; until here they wait for this thread as for their own.
  giveWay();
  return {
    async stop() {
      await loops.stop();
      await exchange.close();
      await telemetry.tracing?.stop();
      parentPort?.close();
    },
    async count() {
      parentPort?.postMessage(await telemetry.measures.register.getMetricsAsJSON());
    },
  };
}

// The first message starts the loops, orders follow.
parentPort?.once('message', (data: LoopThreadData) => {
  const running = runLoops(data);
  parentPort?.on('message', (order: LoopThreadOrder) => {
    void running.then((loops) => loops[order]());
  });
});
