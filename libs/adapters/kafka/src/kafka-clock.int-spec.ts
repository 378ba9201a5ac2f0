import { randomUUID } from 'node:crypto';
import type { Transport } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { kafkaClient } from './kafka-client';
import { openKafkaTransport } from './kafka-transport';
import { type KafkaForTests, kafkaForTests, missingKafka } from './testing/kafka-for-tests';
import { groupIdOf } from './topic';

const missing = missingKafka();
const channel = `channel-${randomUUID()}`;
const group = 'oversight';
const hour = 3_600_000;

(missing === undefined ? describe : describe.skip)(
  `a service whose clock was ahead${missing ? ` (${missing})` : ''}`,
  () => {
    const transports: Transport[] = [];
    const end = new AbortController();
    let kafka: KafkaForTests;

    beforeAll(async () => {
      kafka = await kafkaForTests();
    }, 300_000);

    afterAll(async () => {
      jest.restoreAllMocks();
      end.abort();
      await Promise.all(transports.map((transport) => transport.close()));
      const admin = kafkaClient({ brokers: kafka.brokers }).admin();
      await admin.connect();
      await admin.deleteTopics({ topics: [channel] });
      await admin.disconnect();
      await kafka.stop();
    }, 300_000);

    /** The partitions of a channel go to the members of a group in the order of their names. */
    function member(clientId: string) {
      const transport = openKafkaTransport({ brokers: kafka.brokers, clientId, topics: { partitions: 1 } });
      const received: string[] = [];
      const leave = new AbortController();
      transports.push(transport);
      const consuming = transport.consume(
        [channel],
        group,
        (batch) => Promise.resolve(void received.push(...batch.map(({ id }) => id))),
        AbortSignal.any([leave.signal, end.signal]),
      );
      return {
        received,
        publish: (id: string) => transport.publish(channel, [{ id, key: 'request', body: '{}' }]),
        leave: async () => {
          leave.abort();
          await consuming;
        },
      };
    }

    async function membersAre(count: number): Promise<void> {
      const admin = kafkaClient({ brokers: kafka.brokers }).admin();
      await admin.connect();
      try {
        await eventually(async () => {
          const { groups } = await admin.describeGroups([groupIdOf('', group, [channel])]);
          expect(groups.map(({ state, members }) => [state, members.length])).toEqual([['Stable', count]]);
        });
      } finally {
        await admin.disconnect();
      }
    }

    it('takes over when the one who had the partition goes, also if it had none itself until then', async () => {
      const first = member('a');
      await first.publish('before');
      await eventually(() => {
        expect(first.received).toEqual(['before']);
      });
      const right = Date.now;
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => right() + hour);
      const second = member('b');
      await membersAre(2);
      clock.mockRestore();
      await first.leave();
      await second.publish('after');
      await eventually(() => {
        expect(second.received).toEqual(['after']);
      });
    }, 300_000);
  },
);
