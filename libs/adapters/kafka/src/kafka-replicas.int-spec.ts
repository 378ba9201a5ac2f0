import { randomUUID } from 'node:crypto';
import type { Message, Transport } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { openKafkaTransport } from './kafka-transport';
import { type KafkaForTests, kafkaForTests, missingKafka } from './testing/kafka-for-tests';

const missing = missingKafka();
const keys = Array.from({ length: 24 }, (_, index) => `request-${index + 1}`);
const channel = `channel-${randomUUID()}`;

(missing === undefined ? describe : describe.skip)(
  `two replicas of a service${missing ? ` (${missing})` : ''}`,
  () => {
    const received: Message[] = [];
    const sent: Message[] = [];
    const transports: Transport[] = [];
    let kafka: KafkaForTests;

    beforeAll(async () => {
      kafka = await kafkaForTests();
    }, 300_000);

    afterAll(async () => {
      for (const transport of transports) await transport.close();
      await kafka.stop();
    }, 300_000);

    const replica = (): Replica => {
      const transport = openKafkaTransport({ brokers: kafka.brokers, groupPrefix: 'FRA.' });
      transports.push(transport);
      return replicaOn(transport, received);
    };

    const publishToEach = async (transport: Transport) => {
      const round = keys.map((key) => ({ id: randomUUID(), key, body: '{}' }));
      await transport.publish(channel, round);
      sent.push(...round);
    };

    it('share its channel, and lose and reorder nothing when one comes and goes', async () => {
      const [first, second] = [replica(), replica()];
      await eventually(async () => {
        await publishToEach(first.transport);
        expect([first.taken(), second.taken()]).not.toContain(0);
      });
      await second.stop();
      await publishToEach(first.transport);
      await eventually(() => {
        for (const key of keys) expect(firstTimes(received, key)).toEqual(firstTimes(sent, key));
      });
      await eventually(async () => {
        expect(await first.transport.backlog([channel], 'desk')).toBe(0);
      });
      await first.stop();
      expect(await first.transport.backlog([channel], 'desk')).toBe(0);
    }, 300_000);
  },
);

interface Replica {
  readonly transport: Transport;
  /** Messages that it took. */
  taken(): number;
  stop(): Promise<void>;
}

function replicaOn(transport: Transport, received: Message[]): Replica {
  const abort = new AbortController();
  let taken = 0;
  const receive = (batch: readonly Message[]) => {
    received.push(...batch);
    taken += batch.length;
    return Promise.resolve();
  };
  const consuming = transport.consume([channel], 'desk', receive, abort.signal);
  return {
    transport,
    taken: () => taken,
    stop: () => {
      abort.abort();
      return consuming;
    },
  };
}

const firstTimes = (messages: readonly Message[], of: string): readonly string[] => [
  ...new Set(messages.filter(({ key }) => key === of).map(({ id }) => id)),
];
