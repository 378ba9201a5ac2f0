import { type Message, type Transport, Unavailable } from '@vestigo/kernel';
import type { Admin, Kafka } from 'kafkajs';
import { bytesOf } from './batching';
import { takePart } from './consumption';
import { firstPauseMs, longestPauseMs } from './delivery';
import { IdempotentProducer } from './idempotent-producer';
import { kafkaClient, type KafkaClientOptions } from './kafka-client';
import { by, rest, unlessAborted } from './patience';
import { recordOf } from './record';
import { meaningOf } from './refusal';
import { ensureTopics, groupIdOf, mostMessageBytes, topicOf, type TopicOptions } from './topic';
import { TopicQueue } from './topic-queue';

export interface KafkaTransportOptions extends KafkaClientOptions {
  /** Stands before the name of each group, so that a State's service has groups of its own: `FRA.`. */
  readonly groupPrefix?: string;
  readonly topics?: TopicOptions;
  /** Told of each batch that a receiver failed on, and of each loss of the broker; it is tried again after a pause. */
  readonly onFailure?: (failure: ReceiverFailure) => void;
  /** Milliseconds until `publish` and `backlog` give up on a broker. An election takes about 10 s. */
  readonly patienceMs?: number;
}

/** Milliseconds that a close may take: what a broker does not answer holds nobody up. */
const closingMs = 5000;

export interface ReceiverFailure {
  readonly channel: string;
  readonly group: string;
  readonly error: unknown;
  /** Milliseconds until the next attempt. */
  readonly pause: number;
}

/**
 * Channels as topics of Apache Kafka. A publish resolves once all copies in sync have it. Each group takes each
 * partition in order; a receiver that fails holds up the channel for its own group and for no other.
 */
export function openKafkaTransport(options: KafkaTransportOptions): Transport {
  return new KafkaTransport(options);
}

class KafkaTransport implements Transport {
  readonly #options: KafkaTransportOptions;
  readonly #kafka: Kafka;
  readonly #producer: IdempotentProducer;
  readonly #patienceMs: number;
  readonly #queues = new Map<string, TopicQueue>();
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #consumptions = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #admin: Promise<Admin> | undefined;

  constructor(options: KafkaTransportOptions) {
    this.#options = options;
    this.#kafka = kafkaClient(options);
    this.#producer = new IdempotentProducer(this.#kafka);
    this.#patienceMs = options.patienceMs ?? 15_000;
  }

  async publish(channel: string, messages: readonly Message[]): Promise<void> {
    this.#open();
    topicOf(channel, this.#prefix);
    const tooLong = messages.find((message) => bytesOf(message) > mostMessageBytes);
    if (tooLong) throw new RangeError(`message ${tooLong.id} has more than ${mostMessageBytes} bytes`);
    if (messages.length > 0) await this.#queue(channel).submit(messages);
  }

  async consume(
    channels: readonly string[],
    group: string,
    receive: (batch: readonly Message[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    this.#open();
    const ending = AbortSignal.any([signal, this.#closing.signal]);
    const consumption = this.#keepConsuming(channels, group, receive, ending);
    this.#consumptions.add(consumption);
    await consumption.finally(() => this.#consumptions.delete(consumption));
    if (!signal.aborted) this.#open();
  }

  async backlog(channels: readonly string[], group: string): Promise<number> {
    this.#open();
    const topics = this.#topicsOf(channels);
    return this.#patiently(async () => {
      await this.#ensured(channels);
      return this.#ask((admin) => untaken(admin, topics, this.#groupId(group, channels)));
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const admin = this.#admin;
    this.#admin = undefined;
    const ended = Promise.allSettled([
      ...this.#consumptions,
      this.#producer.close(),
      admin?.then((one) => one.disconnect()),
    ]);
    await by(performance.now() + closingMs, ended).catch(() => undefined);
  }

  async #keepConsuming(
    channels: readonly string[],
    group: string,
    receive: (batch: readonly Message[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const topics = this.#topicsOf(channels);
    const channel = channels.length > 3 ? `${String(channels.length)} channels` : channels.join();
    let pause = firstPauseMs;
    const told = this.#options.onFailure;
    const delivery = {
      receive: async (batch: readonly Message[]) => {
        await receive(batch);
        pause = firstPauseMs;
      },
      signal,
      onFailure: (error: unknown, receiverPause: number) =>
        told?.({ channel, group, error, pause: receiverPause }),
    };
    const ended = () => signal.aborted;
    while (!ended()) {
      try {
        await unlessAborted(signal, this.#ensured(channels));
        // A client of its own: consumers of one client and group share, and so overwrite, what they know of offsets.
        await takePart(kafkaClient(this.#options), topics, this.#groupId(group, channels), delivery);
      } catch (error) {
        if (ended()) return;
        told?.({ channel, group, error: meaningOf(error), pause });
        await rest(pause, signal);
        pause = Math.min(pause * 2, longestPauseMs);
      }
    }
  }

  #queue(channel: string): TopicQueue {
    const queue = this.#queues.get(channel) ?? new TopicQueue((messages) => this.#send(channel, messages));
    this.#queues.set(channel, queue);
    return queue;
  }

  async #send(channel: string, messages: readonly Message[]): Promise<void> {
    await this.#patiently(async () => {
      await this.#ensured([channel]);
      await this.#producer.send(topicOf(channel, this.#prefix), messages.map(recordOf));
    });
  }

  /** Tries until it succeeds, until it is clear that it never will, or until patience ends. */
  async #patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    const end = performance.now() + this.#patienceMs;
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, 1000)) {
      try {
        return await by(end, unlessAborted(this.#closing.signal, work()));
      } catch (thrown) {
        const error = meaningOf(thrown);
        const isLast = performance.now() + pause > end || this.#closing.signal.aborted;
        if (isLast) this.#producer.discard();
        if (isLast || !(error instanceof Unavailable)) throw error;
      }
      await rest(pause, this.#closing.signal);
    }
  }

  /** Resolves once the topics of the channels are there; asks once for each. */
  async #ensured(channels: readonly string[]): Promise<void> {
    const unknown = channels.filter((channel) => !this.#made.has(channel));
    if (unknown.length > 0) {
      const making = this.#ask((admin) => ensureTopics(admin, unknown, this.#options.topics ?? {}));
      for (const channel of unknown) this.#made.set(channel, making);
      making.catch(() => {
        for (const channel of unknown) this.#made.delete(channel);
      });
    }
    await Promise.all(channels.flatMap((channel) => this.#made.get(channel) ?? []));
  }

  /** A question that gets no answer in time stands in nobody's way: the next one is asked by another admin. */
  async #ask<Result>(question: (admin: Admin) => Promise<Result>): Promise<Result> {
    const asked = (this.#admin ??= this.#connectedAdmin());
    try {
      return await by(performance.now() + this.#patienceMs, asked.then(question));
    } catch (error) {
      if (this.#admin === asked) this.#admin = undefined;
      void asked.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async #connectedAdmin(): Promise<Admin> {
    const admin = this.#kafka.admin();
    await admin.connect();
    return admin;
  }

  #groupId(group: string, channels: readonly string[]): string {
    return groupIdOf(`${this.#prefix}${this.#options.groupPrefix ?? ''}`, group, channels);
  }

  get #prefix(): string {
    return this.#options.topics?.prefix ?? '';
  }

  #topicsOf(channels: readonly string[]): readonly string[] {
    return channels.map((channel) => topicOf(channel, this.#prefix));
  }

  #open(): void {
    if (this.#closing.signal.aborted) throw new Unavailable('the transport is closed');
  }
}

/** Messages between what the group has committed and the end of each partition; all of them when it has taken none. */
async function untaken(admin: Admin, topics: readonly string[], groupId: string): Promise<number> {
  const taken = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const committed = new Map(
    taken.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic} ${String(partition)}`, Number(offset)] as const),
    ),
  );
  const left = await Promise.all(
    topics.map(async (topic) => {
      const ends = await admin.fetchTopicOffsets(topic);
      return ends.map(
        ({ partition, high, low }) =>
          Number(high) - Math.max(Number(low), committed.get(`${topic} ${String(partition)}`) ?? 0),
      );
    }),
  );
  return left.flat().reduce((sum, messages) => sum + messages, 0);
}
