import type { Consumer, Kafka } from 'kafkajs';
import { type Delivery, deliver, heartbeatMs } from './delivery';

/** A member that is not heard of for so long has lost its partitions. */
const sessionMs = 10_000;
/** A member that is still at work on a batch may join a new generation of its group so much later. */
const rebalanceMs = 30_000;
/** A fetch answers as soon as there is a message; this is how long it waits for one, and how long an end may take. */
const fetchMs = 500;
/** Batches of so many partitions are received at once, so that they share the syncs of the log. */
const partitionsAtOnce = 8;

/** A member of the group until `signal` aborts; rejects when it can no longer be one. */
export async function takePart(
  kafka: Kafka,
  topics: readonly string[],
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
    await Promise.race([start(consumer, topics, delivery), ended]);
    await ended;
  } finally {
    await consumer.disconnect();
  }
}

async function start(consumer: Consumer, topics: readonly string[], delivery: Delivery): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: partitionsAtOnce,
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
