import {
  kafkaSettings,
  type KafkaTransportOptions,
  openKafkaTransport,
  type ReceiverFailure,
} from '@vestigo/kafka';
import type { Transport } from '@vestigo/kernel';
import { missingJava, type RunningKafka, startKafka } from '@vestigo/kafka/testing';
import { eventually } from '@vestigo/kernel/testing';
import { ExchangeProcess } from './exchange-process';
import { firstOf } from './letters';
import { answerInFull, matterAt, submitted } from './matters';
import { separateServices, type Services } from './separate-services';
import { processesEnd, temporaryFolder } from './service-process';

jest.setTimeout(300_000);
afterAll(processesEnd);

const missing = missingJava();
const users = ['jam', 'usa', 'oversight'].map((username) => ({
  username,
  password: `secret of ${username}`,
}));
const states = 'JAM,USA';

(missing === undefined ? describe : describe.skip)(
  `States with servers of their own, on a broker with access lists${missing ? ` (${missing})` : ''}`,
  () => {
    let kafka: RunningKafka;
    let services: Services;

    /** What somebody is told who signs in as one of the users. */
    const signedInAs = (username: string, password = `secret of ${username}`) => ({
      KAFKA_BROKERS: kafka.bootstrap.join(),
      KAFKA_TLS_CA: kafka.security?.ca ?? '',
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: username,
      KAFKA_SASL_PASSWORD: password,
      KAFKA_TOPIC_PREFIX: 'pilot.',
    });

    const opened: Transport[] = [];
    const transportOf = (
      username: string,
      password?: string,
      options: Partial<KafkaTransportOptions> = {},
    ) => {
      const transport = openKafkaTransport({
        ...kafkaSettings(signedInAs(username, password)),
        topics: { prefix: 'pilot.' },
        ...options,
      });
      opened.push(transport);
      return transport;
    };

    const topics = async (env: Readonly<Record<string, string>>) => {
      const words = ['--states', states, '--principal', 'JAM=User:jam', '--principal', 'USA=User:usa'];
      const run = new ExchangeProcess(
        ['vestigo', 'topics', ...words, '--oversight', 'User:oversight'],
        await temporaryFolder(),
        env,
      );
      return [await run.ended(), run.out + run.err] as const;
    };

    beforeAll(async () => {
      kafka = await startKafka({ secured: users });
      services = await separateServices();
    }, 300_000);
    afterAll(async () => {
      for (const transport of opened) await transport.close();
      await kafka.stop();
    }, 300_000);

    test('get their topics and their rights from an operator, and from nobody else', async () => {
      const { username = '', password = '' } = kafka.security?.operator ?? {};
      expect(await topics(signedInAs('jam'))).toEqual([1, 'the Kafka broker refuses access\n']);
      const [code, out] = await topics(signedInAs(username, password));
      expect([code, out.match(/ {2}made$/gm)?.length]).toEqual([0, 9]);
      expect(out).toContain('pilot.tracing-requests.JAM  made');
      expect(out).toContain('User:jam  reads tracing-requests.JAM, tracing-replies.JAM, directory;');
      const [again, told] = await topics(signedInAs(username, password));
      expect([again, told.match(/there already, left as it is$/gm)?.length]).toEqual([0, 9]);
    });

    test('ask and answer, each by its own principal, and oversight counts', async () => {
      const [requesting, responding, oversight] = await Promise.all([
        services.start('requesting', { ...signedInAs('jam'), VESTIGO_STATES: 'JAM' }),
        services.start('responding', { ...signedInAs('usa'), VESTIGO_STATES: 'USA' }),
        services.start('oversight', { ...signedInAs('oversight'), VESTIGO_STATES: states }),
      ]);
      const jamaica = await services.desk(requesting, 'officer', 'JAM');
      const usa = await services.desk(responding, 'officer', 'USA');
      const coordinator = await services.desk(oversight, 'coordinator', null);
      const id = await submitted(jamaica);
      await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
      expect((await usa.post(`/v1/cases/${id}/answer`, answerInFull)).status).toBe(200);
      await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
      await eventually(async () => {
        const { body } = await coordinator.get<{ readonly items: readonly object[] }>('/v1/oversight/pairs');
        expect(body.items).toEqual([
          expect.objectContaining({ requestingState: 'JAM', delivered: 1, answeredInFull: 1 }),
        ]);
      });
      await transportOf('jam').publish('tracing-requests.USA', [{ id: '17', key: id, body: '<xml/>' }]);
      const { username = '', password = '' } = kafka.security?.operator ?? {};
      const letters = await firstOf(transportOf(username, password), 'dead-letters.USA');
      expect(letters.map(({ body }) => body)).toEqual([expect.stringContaining('<xml/>')]);
      expect([requesting.err, responding.err, oversight.err].join('')).not.toContain('refuses access');
    });

    test.each([
      ['the requests to another State', 'jam', 'JAM.', 'tracing-requests.USA', 'refuses access'],
      ['the replies to another State', 'jam', 'JAM.', 'tracing-replies.USA', 'refuses access'],
      ['the dead letters of another State', 'jam', 'JAM.', 'dead-letters.USA', 'refuses access'],
      ['what desks report', 'usa', 'USA.', 'clock-facts', 'refuses access'],
      ['requests, even as oversight', 'oversight', 'oversight.', 'tracing-requests.USA', 'refuses access'],
      ['its own requests in a group of another State', 'jam', 'USA.', 'tracing-requests.JAM', 'the group'],
    ])('cannot read %s', async (_, user, groupPrefix, channel, reason) => {
      const failures: ReceiverFailure[] = [];
      const onFailure = (failure: ReceiverFailure) => void failures.push(failure);
      const transport = transportOf(user, undefined, { groupPrefix, onFailure });
      const abort = new AbortController();
      const received: unknown[] = [];
      const consuming = transport.consume(
        [channel],
        'eavesdrop',
        (batch) => Promise.resolve(void received.push(...batch)),
        abort.signal,
      );
      await eventually(() => expect(failures.map(({ error }) => String(error)).join()).toContain(reason));
      abort.abort();
      await consuming;
      expect(received).toEqual([]);
    });

    test('cannot speak to themselves in the name of others, nor as the directory', async () => {
      const transport = transportOf('jam');
      for (const channel of ['tracing-requests.JAM', 'directory']) {
        await expect(transport.publish(channel, [{ id: '1', key: '1', body: '{}' }])).rejects.toThrow(
          'refuses access',
        );
      }
    });
  },
);
