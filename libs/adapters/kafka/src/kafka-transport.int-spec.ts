import type { Transport } from '@vestigo/kernel';
import { transportContract } from '@vestigo/kernel/testing';
import { kafkaClient } from './kafka-client';
import { openKafkaTransport } from './kafka-transport';
import { type KafkaForTests, kafkaForTests, missingKafka } from './testing/kafka-for-tests';

const missing = missingKafka();

(missing === undefined ? describe : describe.skip)(
  `on a real broker${missing ? ` (${missing})` : ''}`,
  () => {
    let kafka: KafkaForTests;

    beforeAll(async () => {
      kafka = await kafkaForTests();
    }, 300_000);

    afterAll(async () => {
      await removeTestTopics(kafka.brokers);
      await kafka.stop();
    }, 300_000);

    transportContract('the Kafka transport', () => {
      const handles: Transport[] = [];
      const open = () => {
        const transport = openKafkaTransport({ brokers: kafka.brokers });
        handles.push(transport);
        return transport;
      };
      const transport = open();
      return Promise.resolve({
        transport,
        reopen: async () => {
          await transport.close();
          return open();
        },
        dispose: async () => {
          for (const handle of handles) await handle.close();
        },
      });
    });
  },
);

/** The broker may be somebody's who goes on using it. */
async function removeTestTopics(brokers: readonly string[]): Promise<void> {
  const admin = kafkaClient({ brokers }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => /^channel-[0-9a-f-]{36}(-other)?$/.test(topic));
  await admin.deleteTopics({ topics });
  await admin.disconnect();
}
