import { type Message, type Transport, Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { openKafkaTransport, type ReceiverFailure } from './kafka-transport';
import { missingJava } from './testing/kafka-for-tests';
import { type KafkaNode, type RunningKafka, startKafka } from './testing/running-kafka';

const missing = missingJava();
/** More than partitions, so that every broker leads some of them. */
const keys = Array.from({ length: 24 }, (_, index) => `request-${index + 1}`);
const awayFor = 20;
const title = `when brokers are killed${missing ? ` (${missing})` : ''}`;

(missing === undefined ? describe : describe.skip)(title, () => {
  const failures: ReceiverFailure[] = [];
  const abort = new AbortController();
  const received: Message[] = [];
  let kafka: RunningKafka;
  let transport: Transport;
  let consuming: Promise<void>;

  beforeAll(async () => {
    kafka = await startKafka({ brokers: 3 });
    transport = openKafkaTransport({
      brokers: kafka.bootstrap,
      topics: { partitions: 6, copies: 3 },
      onFailure: (failure) => failures.push(failure),
    });
    consuming = transport.consume(
      ['requests'],
      'desk',
      (batch) => Promise.resolve(void received.push(...batch)),
      abort.signal,
    );
  }, 300_000);

  afterAll(async () => {
    abort.abort();
    await consuming;
    await transport.close();
    await kafka.stop();
  }, 300_000);

  const publish = async (name: string): Promise<readonly Message[]> => {
    const sent = keys.map((key) => ({
      id: `${name} ${key}`,
      key,
      body: '{}',
    }));
    await transport.publish('requests', sent);
    return sent;
  };

  const missed = (sent: readonly Message[]) =>
    sent.filter(({ id }) => !received.some((message) => message.id === id));

  it('loses no message that was acknowledged, and keeps the order of each key', async () => {
    const sent: Message[] = [...(await publish('before'))];
    const [node] = kafka.nodes;
    const killing = node?.kill();
    for (let number = 0; number < awayFor; number += 1) sent.push(...(await publish(`away ${number}`)));
    await killing;
    await node?.start();
    sent.push(...(await publish('back')));
    await patiently(() => {
      expect(missed(sent)).toEqual([]);
    });
    const idsOf = (messages: readonly Message[], of: string) => [
      ...new Set(messages.filter(({ key }) => key === of).map(({ id }) => id)),
    ];
    for (const key of keys) expect(idsOf(received, key)).toEqual(idsOf(sent, key));
  }, 300_000);

  it('says after a while that a publish did not get through, and goes on when the brokers are back', async () => {
    const impatient = openKafkaTransport({ brokers: kafka.bootstrap, patienceMs: 1000 });
    await eventually(() => impatient.publish('requests', [{ id: 'last', key: 'request-1', body: '{}' }]));
    await all(kafka.nodes, (node) => node.kill());
    await expect(
      impatient.publish('requests', [{ id: 'lost', key: 'request-1', body: '{}' }]),
    ).rejects.toThrow(Unavailable);
    await expect(impatient.backlog(['requests'], 'desk')).rejects.toThrow(Unavailable);
    await eventually(() => {
      expect(failures.map(({ error }) => (error as Error).name)).toContain('Unavailable');
    });
    await all(kafka.nodes, (node) => node.start());
    await impatient.close();
    const sent = await publish('after');
    await patiently(() => {
      expect(missed(sent)).toEqual([]);
    });
  }, 300_000);
});

const all = (nodes: readonly KafkaNode[], act: (node: KafkaNode) => Promise<void>) =>
  Promise.all(nodes.map(act));

/** An election and a new start of a consumer may take longer than tests wait otherwise. */
async function patiently(probe: () => void): Promise<void> {
  for (let attempt = 1; attempt < 6; attempt += 1) {
    try {
      await eventually(probe);
      return;
    } catch {
      continue;
    }
  }
  await eventually(probe);
}
