import type { Message } from '@vestigo/kernel';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { bytesOf } from './batching';
import { rest } from './patience';
import { messageOf } from './record';

export interface Delivery {
  readonly receive: (batch: readonly Message[]) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told of each failure of the receiver and of the pause that follows. */
  readonly onFailure: (error: unknown, pause: number) => void;
}

export const heartbeatMs = 1000;
export const firstPauseMs = 20;
export const longestPauseMs = 5000;

/** Small, since a receiver's batch holds the thread that also answers the edge. */
const mostMessages = 128;
const mostBytes = 4_000_000;

/**
 * Hands on what was fetched of one partition, a part at a time, and commits each part once it was received. Ends early
 * when the consumer stops; throws when the group has a new generation, in which somebody else may own the partition:
 * what was not committed then comes again, to the new owner.
 */
export async function deliver(
  payload: EachBatchPayload,
  { receive, signal, onFailure }: Delivery,
): Promise<void> {
  const { batch, heartbeat, isRunning, isStale } = payload;
  for (const part of partsOf(batch.messages, batch.topic, batch.partition)) {
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      await heartbeat();
      if (signal.aborted || !isRunning() || isStale()) return;
      try {
        await alive(receive(part.messages), heartbeat);
        break;
      } catch (error) {
        onFailure(error, pause);
        await rest(pause, signal);
      }
    }
    await commit(payload, part.last);
  }
}

interface Part {
  readonly messages: readonly Message[];
  /** Offset of the last message. */
  readonly last: string;
}

function partsOf(records: readonly KafkaMessage[], topic: string, partition: number): readonly Part[] {
  const parts: { messages: Message[]; last: string }[] = [];
  let bytes = Infinity;
  for (const record of records) {
    const message = messageOf(topic, partition, record);
    bytes += bytesOf(message);
    const current = parts.at(-1);
    if (current && bytes <= mostBytes && current.messages.length < mostMessages) {
      current.messages.push(message);
      current.last = record.offset;
    } else {
      parts.push({ messages: [message], last: record.offset });
      bytes = bytesOf(message);
    }
  }
  return parts;
}

/** Awaits the receiver and keeps our place in the group meanwhile. A lost place shows when the offset is committed. */
async function alive(received: Promise<void>, heartbeat: () => Promise<void>): Promise<void> {
  const beat = setInterval(() => {
    heartbeat().catch(() => undefined);
  }, heartbeatMs).unref();
  try {
    await received;
  } finally {
    clearInterval(beat);
  }
}

async function commit(
  { batch: { topic, partition }, commitOffsetsIfNecessary, resolveOffset }: EachBatchPayload,
  last: string,
): Promise<void> {
  const offset = String(BigInt(last) + 1n);
  await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
  resolveOffset(last);
}
