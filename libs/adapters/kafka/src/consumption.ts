import type { Consumer, Kafka } from 'kafkajs';
import { type Delivery, deliver, heartbeatMs } from './delivery';
import { by } from './patience';
import { type PulseTimes, silenceOf } from './pulse';

/** A member that is not heard of for so long has lost its partitions. */
const sessionMs = 10_000;
/** A member that is still at work on a batch may join a new generation of its group so much later. */
const rebalanceMs = 30_000;
/** A fetch answers as soon as there is a message; this is how long it waits for one, and how long an end may take. */
const fetchMs = 500;
/** Batches of so many partitions are received at once, so that they share the syncs of the log. */
const partitionsAtOnce = 8;

export interface MemberTimes {
  /** Longer than it takes to join a group whose other members are slow. */
  readonly pulse: PulseTimes;
  /** Milliseconds that a leave may take; what is still to be done for it then goes on by itself. */
  readonly leavingMs: number;
}

const usual: MemberTimes = { pulse: { lookMs: 1000, looks: 60 }, leavingMs: 5000 };

/** A member of the group until `signal` aborts; rejects when it can no longer be one. */
export async function takePart(
  kafka: Kafka,
  topics: readonly string[],
  groupId: string,
  delivery: Delivery,
  { pulse, leavingMs }: MemberTimes = usual,
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
  const over = new AbortController();
  const signal = AbortSignal.any([delivery.signal, over.signal]);
  const ended = Promise.race([endOf(consumer, delivery.signal), silenceOf(consumer, pulse, over.signal)]);
  const started = start(consumer, topics, { ...delivery, signal });
  try {
    await Promise.race([started, ended]);
    await ended;
  } finally {
    over.abort();
    await by(performance.now() + leavingMs, leave(consumer, started)).catch(() => undefined);
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

/** A consumer of kafkajs 2.2.4 that is told to leave while it joins does not, and can then not be told again. */
async function leave(consumer: Consumer, started: Promise<void>): Promise<void> {
  await started.catch(() => undefined);
  await consumer.disconnect();
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
