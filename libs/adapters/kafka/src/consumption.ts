import type { Consumer, Kafka } from 'kafkajs';
import { type Delivery, deliver, heartbeatMs } from './delivery';

/** A member that is not heard of for so long has lost its partitions. */
const sessionMs = 10_000;
/** A member that is still at work on a batch may join a new generation of its group so much later. */
const rebalanceMs = 30_000;
/** A fetch answers as soon as there is a message; this is how long it waits for one, and how long an end may take. */
const fetchMs = 500;

/** A member of the group until `signal` aborts; rejects when it can no longer be one. */
export async function takePart(
  kafka: Kafka,
  topic: string,
  groupId: string,
  delivery: Delivery,
): Promise<void> {
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: sessionMs,
    rebalanceTimeout: rebalanceMs,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: fetchMs,
    allowAutoTopicCreation: false,
    // Whether to start again, and when, is the caller's part.
    retry: { restartOnFailure: () => Promise.resolve(false) },
  });
  try {
    const ended = endOf(consumer, delivery.signal);
    await Promise.race([start(consumer, topic, delivery), ended]);
    await ended;
  } finally {
    await consumer.disconnect();
  }
}

async function start(consumer: Consumer, topic: string, delivery: Delivery): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    eachBatch: (payload) => deliver(payload, delivery),
  });
}

function endOf(consumer: Consumer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error } }) => {
      reject(error);
    });
    signal.addEventListener('abort', () => {
      resolve();
    });
    if (signal.aborted) resolve();
  });
}
