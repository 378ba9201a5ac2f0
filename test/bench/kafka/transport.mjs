import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { figureOf } from '../figures.mjs';
import { inRounds, rateOf } from '../rounds.mjs';
import { library } from '../log/store.mjs';

const { Kafka, logLevel, Partitioners } = createRequire(import.meta.url)('kafkajs');

/** As many as a follower of the log gives a publisher at once. */
const batch = 256;
const partitions = 3;
const contentType = 'application/cloudevents+json; charset=UTF-8';
const body = JSON.stringify({ text: 'Found in a search of a warehouse at the port. '.repeat(22) });

/** Messages a second of our transport against bare loops on kafkajs with the same settings, on the same broker. */
export async function* measureTransport({ dist, quick, broker: { brokers } }) {
  const { openKafkaTransport } = library(dist, 'adapters/kafka');
  const [rounds, count] = quick ? [1, 4_000] : [5, 20_000];
  const ours = openKafkaTransport({ brokers, topics: { partitions } });
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const theirs = await bareProducer(kafka);

  const channel = await filled(ours, 'bench.publish', 1);
  const messages = messagesOf(count);
  const published = await inRounds(rounds, {
    ours: () => rateOf(count, () => inBatches(messages, (part) => ours.publish(channel, part))),
    theirs: () => rateOf(count, () => inBatches(messages, (part) => theirs.send(channel, part))),
  });
  const same = 'kafkajs alone: idempotent, acks=all';
  yield figureOf(
    'kafka.publish',
    published.value('ours'),
    'messages/s',
    published.ratio('ours', 'theirs'),
    same,
  );

  const topic = await filled(ours, 'bench.consume', count);
  const consumed = await inRounds(rounds, {
    ours: () => consumedByUs(ours, topic, count),
    theirs: () => consumedBare(kafka, topic, count),
  });
  yield figureOf(
    'kafka.consume',
    consumed.value('ours'),
    'messages/s',
    consumed.ratio('ours', 'theirs'),
    'kafkajs alone, committing each fetched batch',
  );
  await theirs.close();
  await ours.close();
}

function messagesOf(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    key: `request-${index % 500}`,
    body,
  }));
}

async function inBatches(messages, publish) {
  for (let from = 0; from < messages.length; from += batch) await publish(messages.slice(from, from + batch));
}

async function filled(transport, name, count) {
  const channel = `${name}.${randomUUID()}`;
  await inBatches(messagesOf(count), (part) => transport.publish(channel, part));
  return channel;
}

/** The same bytes as ours. */
const recordOf = ({ id, key, body: value }) => ({ key, value, headers: { id, 'content-type': contentType } });

async function bareProducer(kafka) {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    send: (topic, messages) =>
      producer.send({
        topic,
        acks: -1,
        messages: messages.map(recordOf),
      }),
    close: () => producer.disconnect(),
  };
}

/** Messages a second after the first batch, so that joining a group counts for neither. */
function meter(count) {
  const { promise: rate, resolve } = Promise.withResolvers();
  let started;
  let taken = 0;
  let first = 0;
  const took = (messages) => {
    taken += messages;
    if (started === undefined) [started, first] = [performance.now(), messages];
    if (taken === count) resolve(((taken - first) * 1000) / (performance.now() - started));
  };
  return { took, rate };
}

async function consumedByUs(transport, channel, count) {
  const { took, rate } = meter(count);
  const stopping = new AbortController();
  const receive = (messages) => Promise.resolve(took(messages.length));
  const consuming = transport.consume([channel], randomUUID(), receive, stopping.signal);
  const measured = await rate;
  stopping.abort();
  await consuming;
  return measured;
}

async function consumedBare(kafka, topic, count) {
  const { took, rate } = meter(count);
  const consumer = kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 500, sessionTimeout: 10_000 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 8,
    async eachBatch({ batch: { messages, partition }, commitOffsetsIfNecessary, resolveOffset }) {
      took(messages.map(({ value }) => value.toString()).length);
      const last = messages.at(-1).offset;
      const offset = String(BigInt(last) + 1n);
      await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
      resolveOffset(last);
    },
  });
  const measured = await rate;
  await consumer.disconnect();
  return measured;
}
