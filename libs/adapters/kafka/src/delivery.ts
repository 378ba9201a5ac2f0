import { performance } from 'node:perf_hooks';
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

/** Milliseconds of work on what was fetched at once after which is said how far it has come. */
const commitMs = 500;

/**
 * Hands on what was fetched of one partition, a part at a time, and commits what was received at the end, now and then before
 * it, and before a failed part is tried again. Ends early when the consumer stops; throws when the group has a new generation, in
 * which somebody else may own the partition: what was not committed then comes again, to the new owner.
 */
export async function deliver(
  payload: EachBatchPayload,
  { receive, signal, onFailure }: Delivery,
): Promise<void> {
  const { batch, heartbeat, isRunning, isStale } = payload;
  const taken = new Taken(payload);
  for (const part of partsOf(batch.messages, batch.topic, batch.partition)) {
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      await heartbeat();
      if (isStale()) return;
      if (signal.aborted || !isRunning()) return taken.commit();
      try {
        await alive(receive(part.messages), heartbeat);
        break;
      } catch (error) {
        onFailure(error, pause);
        await taken.commit();
        await rest(pause, signal);
      }
    }
    taken.upTo(part.last);
    if (taken.ms >= commitMs) await taken.commit();
  }
  await taken.commit();
}

/** How far a batch has been received. A commit is a journey to the broker and back, longer than many a part takes. */
class Taken {
  #last: string | undefined;
  #since = performance.now();

  constructor(private readonly payload: EachBatchPayload) {}

  /** Milliseconds since the last commit. */
  get ms(): number {
    return performance.now() - this.#since;
  }

  upTo(last: string): void {
    this.#last = last;
  }

  async commit(): Promise<void> {
    const last = this.#last;
    this.#last = undefined;
    this.#since = performance.now();
    if (last === undefined) return;
    const { batch, commitOffsetsIfNecessary, resolveOffset } = this.payload;
    const { topic, partition } = batch;
    const offset = String(BigInt(last) + 1n);
    await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
    resolveOffset(last);
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
