import { Unavailable } from '@vestigo/kernel';
import {
  type Kafka,
  Partitioners,
  type Message as KafkaMessage,
  type Producer,
  type RecordMetadata,
} from 'kafkajs';

const allInSync = -1;

interface Connected {
  readonly producer: Promise<Producer>;
  readonly sends: Set<Promise<unknown>>;
}

/**
 * A producer that is thrown away after a failed send. The broker knows a repeat by its sequence number alone: if a
 * batch was stored but its answer lost, the next batch of the same producer would bear the same numbers, and be
 * acknowledged without being stored. A new producer starts a sequence of its own, so the worst is a message that comes
 * twice.
 */
export class IdempotentProducer {
  #current: Connected | undefined;
  /** Partitions of the send under way, by topic: there is one at a time. */
  readonly #chosen = new Map<string, Set<number>>();

  constructor(private readonly kafka: Kafka) {}

  /** Resolves once every copy that is in sync has the messages. */
  async send(topic: string, messages: KafkaMessage[]): Promise<void> {
    const current = (this.#current ??= { producer: this.#connect(), sends: new Set() });
    this.#chosen.delete(topic);
    const sending = current.producer.then((producer) => producer.send({ topic, messages, acks: allInSync }));
    current.sends.add(sending);
    try {
      this.#demandAll(topic, await sending);
    } catch (error) {
      this.#discard(current);
      throw error;
    } finally {
      current.sends.delete(sending);
    }
  }

  /** What comes next gets a new producer; this one is let go when its sends have ended. */
  discard(): void {
    if (this.#current) this.#discard(this.#current);
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (current) await release(current);
  }

  #discard(failed: Connected): void {
    if (this.#current === failed) this.#current = undefined;
    void release(failed);
  }

  /**
   * A second attempt of kafkajs 2.2.4 leaves out brokers that answered the first. When a partition of a broker that died
   * has moved to one of them, its messages are never sent, and the send resolves all the same, with no answer for it.
   */
  #demandAll(topic: string, answers: readonly RecordMetadata[]): void {
    const answered = new Set(answers.map(({ partition }) => partition));
    const unanswered = [...(this.#chosen.get(topic) ?? [])].filter((partition) => !answered.has(partition));
    if (unanswered.length === 0) return;
    throw new Unavailable(
      `no broker has acknowledged what was sent to ${topic}, partition ${unanswered.join()}`,
    );
  }

  #rememberingPartitioner(): ReturnType<typeof Partitioners.DefaultPartitioner> {
    const choose = Partitioners.DefaultPartitioner();
    return (message) => {
      const partition = choose(message);
      const chosen = this.#chosen.get(message.topic) ?? new Set();
      this.#chosen.set(message.topic, chosen.add(partition));
      return partition;
    };
  }

  async #connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      // kafkajs keeps the order of an idempotent producer only so.
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: () => this.#rememberingPartitioner(),
    });
    await producer.connect();
    return producer;
  }
}

async function release({ producer, sends }: Connected): Promise<void> {
  await Promise.allSettled(sends);
  await producer.then((one) => one.disconnect()).catch(() => undefined);
}
