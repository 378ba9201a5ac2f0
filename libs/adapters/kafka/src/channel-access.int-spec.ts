import { readFileSync } from 'node:fs';
import { type Message, type Transport, Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { grantAccess } from './channel-access';
import { kafkaClient } from './kafka-client';
import type { KafkaSettings } from './kafka-settings';
import { openKafkaTransport, type ReceiverFailure } from './kafka-transport';
import { AccessRefused } from './refusal';
import { missingJava } from './testing/kafka-for-tests';
import { type KafkaUser, type RunningKafka, startKafka } from './testing/running-kafka';

const missing = missingJava();
const states = ['FRA', 'BEL'].map((username) => ({ username, password: `secret of ${username}` }));

(missing === undefined ? describe : describe.skip)(
  `on a broker with access lists${missing ? ` (${missing})` : ''}`,
  () => {
    const failures: ReceiverFailure[] = [];
    const opened: Transport[] = [];
    let kafka: RunningKafka;

    beforeAll(async () => {
      kafka = await startKafka({ secured: states });
      const admin = kafkaClient(settingsOf(kafka, kafka.security?.operator)).admin();
      await admin.connect();
      await admin.createTopics({ topics: ['requests.FRA', 'requests.BEL'].map((topic) => ({ topic })) });
      for (const [own, other] of [
        ['FRA', 'BEL'],
        ['BEL', 'FRA'],
      ] as const) {
        await grantAccess(admin, {
          principal: own,
          reads: [`requests.${own}`],
          writes: [`requests.${other}`],
          groupPrefix: `${own}.`,
        });
      }
      await admin.disconnect();
    }, 300_000);

    afterAll(async () => {
      for (const transport of opened) await transport.close();
      await kafka.stop();
    }, 300_000);

    const serviceOf = (state: string, groupPrefix = `${state}.`): Transport => {
      const transport = openKafkaTransport({
        ...settingsOf(
          kafka,
          states.find(({ username }) => username === state),
        ),
        groupPrefix,
        onFailure: (failure) => failures.push(failure),
      });
      opened.push(transport);
      return transport;
    };

    const message: Message = { id: '1', key: 'request-1', body: '{}' };

    it('brings a State what another one sent it', async () => {
      const france = serviceOf('FRA');
      // What a broker lets whom do is answered before every broker knows it.
      await eventually(() => france.publish('requests.BEL', [message]));
      const abort = new AbortController();
      const received: Message[] = [];
      await serviceOf('BEL').consume(
        ['requests.BEL'],
        'desk',
        (batch) => {
          received.push(...batch);
          abort.abort();
          return Promise.resolve();
        },
        abort.signal,
      );
      expect(received).toEqual([message]);
    });

    it.each([
      ['the channel of another State', 'requests.BEL', 'FRA.', 'the Kafka broker refuses access'],
      ['in a group of another State', 'requests.FRA', 'BEL.', 'its access lists do not grant us the group'],
    ])('does not let a State read %s', async (_, channel, groupPrefix, reason) => {
      failures.length = 0;
      const abort = new AbortController();
      const received: Message[] = [];
      const consuming = serviceOf('FRA', groupPrefix).consume(
        [channel],
        'desk',
        (batch) => Promise.resolve(void received.push(...batch)),
        abort.signal,
      );
      await eventually(() => {
        expect(failures.map(({ error }) => String(error)).join()).toContain(reason);
      });
      abort.abort();
      await consuming;
      expect(received).toEqual([]);
    });

    it('does not let a State write to its own channel in the name of others', async () => {
      await expect(serviceOf('FRA').publish('requests.FRA', [message])).rejects.toThrow(AccessRefused);
    });

    it('knows nobody by a wrong password', async () => {
      const { brokers, tls } = settingsOf(kafka, undefined);
      const sasl = { mechanism: 'scram-sha-512', username: 'FRA', password: 'guessed' } as const;
      const stranger = openKafkaTransport({ brokers, sasl, ...(tls && { tls }) });
      opened.push(stranger);
      await expect(stranger.publish('requests.BEL', [message])).rejects.toThrow(AccessRefused);
    });

    it('speaks to nobody who does not trust its certificate', async () => {
      const { brokers, sasl } = settingsOf(kafka, states[0]);
      const wary = openKafkaTransport({ brokers, ...(sasl && { sasl }), tls: {}, patienceMs: 500 });
      opened.push(wary);
      await expect(wary.publish('requests.BEL', [message])).rejects.toThrow(Unavailable);
    });
  },
);

function settingsOf({ bootstrap, security }: RunningKafka, user: KafkaUser | undefined): KafkaSettings {
  return {
    brokers: bootstrap,
    tls: { ca: readFileSync(security?.ca ?? '', 'utf8') },
    ...(user && { sasl: { mechanism: 'scram-sha-512', ...user } }),
  };
}
