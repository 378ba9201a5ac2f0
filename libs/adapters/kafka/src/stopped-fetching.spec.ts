import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@vestigo/kernel/testing';
import './kafka-client';

interface Runner {
  start(): Promise<void>;
  stop(): Promise<void>;
}

const Runners = createRequire(__filename)('kafkajs/src/consumer/runner') as new (options: object) => Runner;

/** Milliseconds that brokers take to say that they hold nothing new; the first of them is quick. */
const quickMs = 5;
const slowMs = 100;

/** More would keep the process from everything else. */
const mostTurns = 100;

test('a consumer that is told to stop while a broker comes and another goes does so', async () => {
  let brokers = ['1', '2'];
  let turns = 0;
  const asked: string[] = [];
  const logger = {
    namespace: () => logger,
    info: () => undefined,
    warn: () => undefined,
    debug: (message: string) => {
      if (message.includes('not running')) turns += 1;
      if (turns > mostTurns) throw new TypeError('it turns round and round');
    },
  };
  const crashes: unknown[] = [];
  const runner = new Runners({
    logger,
    consumerGroup: {
      connect: () => Promise.resolve(),
      joinAndSync: () => Promise.resolve(),
      getNodeIds: () => brokers,
      fetch: async (nodeId: string) => {
        asked.push(nodeId);
        await sleep(nodeId === '1' ? quickMs : slowMs);
        return [];
      },
      heartbeat: () => Promise.resolve(),
      leave: () => Promise.resolve(),
    },
    instrumentationEmitter: { emit: () => undefined },
    heartbeatInterval: 1000,
    retry: {},
    onCrash: (error: unknown) => crashes.push(error),
  });
  await runner.start();
  await eventually(() => {
    expect(asked).toContain('2');
  });
  brokers = ['1', '3'];
  await sleep(slowMs / 2);
  await runner.stop();
  expect({ turns: turns > mostTurns, crashes }).toEqual({ turns: false, crashes: [] });
});
