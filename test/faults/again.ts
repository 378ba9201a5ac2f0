import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaClient } from '@vestigo/kafka';
import type { Admin, Kafka, Message } from 'kafkajs';

interface Copy {
  readonly topic: string;
  readonly message: Message;
}

/** Of each partition the youngest messages alone, so that a long run does not read everything each time. */
const youngest = 200;
const readMs = 10_000;

/** Milliseconds in which brokers that have just started find their leaders. */
const patienceMs = 30_000;

/**
 * Sends a share of what lies in the channels of a world once more: each message twice, in a new order, however old it is.
 */
export async function sendAgain(
  brokers: readonly string[],
  prefix: string,
  chance: () => number,
): Promise<void> {
  const kafka = kafkaClient({ clientId: 'echo', brokers });
  for (const end = performance.now() + patienceMs; ;) {
    try {
      const copies = (await youngestOf(kafka, prefix)).filter(() => chance() < 0.5);
      await send(kafka, shuffled([...copies, ...copies], chance));
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(500);
    }
  }
}

async function send(kafka: Kafka, copies: readonly Copy[]): Promise<void> {
  const producer = kafka.producer();
  try {
    await producer.connect();
    for (let from = 0; from < copies.length; from += 20) {
      const topics = Map.groupBy(copies.slice(from, from + 20), ({ topic }) => topic);
      await producer.sendBatch({
        topicMessages: [...topics].map(([topic, some]) => ({
          topic,
          messages: some.map(({ message }) => message),
        })),
      });
    }
  } finally {
    await producer.disconnect();
  }
}

async function youngestOf(kafka: Kafka, prefix: string): Promise<readonly Copy[]> {
  const ranges = await rangesOf(kafka.admin(), prefix);
  const left = new Set(ranges.keys());
  const copies: Copy[] = [];
  if (left.size === 0) return copies;
  const groupId = `${prefix}echo-${String(performance.now())}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...new Set([...ranges.values()].map(({ topic }) => topic))] });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ topic, partition, message: { key, value, headers = {}, offset } }) => {
        const place = `${topic} ${String(partition)}`;
        copies.push({ topic, message: { key, value, headers } });
        if (Number(offset) + 1 >= (ranges.get(place)?.high ?? 0)) left.delete(place);
        return Promise.resolve();
      },
    });
    for (const { topic, partition, low } of ranges.values()) {
      consumer.seek({ topic, partition, offset: String(low) });
    }
    for (const end = performance.now() + readMs; left.size > 0 && performance.now() < end;) await sleep(20);
  } finally {
    await consumer.disconnect();
  }
  return copies;
}

interface Range {
  readonly topic: string;
  readonly partition: number;
  readonly low: number;
  readonly high: number;
}

async function rangesOf(admin: Admin, prefix: string): Promise<ReadonlyMap<string, Range>> {
  const ranges = new Map<string, Range>();
  try {
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        const from = Math.max(Number(low), Number(high) - youngest);
        if (Number(high) <= from) continue;
        ranges.set(`${topic} ${String(partition)}`, { topic, partition, low: from, high: Number(high) });
      }
    }
  } finally {
    await admin.disconnect();
  }
  return ranges;
}

function shuffled<Item>(items: Item[], chance: () => number): readonly Item[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    const [one, two] = [items[index], items[other]];
    if (one !== undefined && two !== undefined) [items[index], items[other]] = [two, one];
  }
  return items;
}
