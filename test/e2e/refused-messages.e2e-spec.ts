import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { kafkaSettings, openKafkaTransport } from '@vestigo/kafka';
import type { Message, Transport } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { decodeNotice, encode } from '@vestigo/protocol';
import { openSqliteTransport } from '@vestigo/sqlite';
import type { Desk } from './desk';
import { ExchangeProcess } from './exchange-process';
import { firstOf } from './letters';
import { answerInFull, matterAt, submitted } from './matters';
import { separateServices, type Services } from './separate-services';
import { processesEnd, ServiceProcess, temporaryFolder } from './service-process';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);
afterAll(processesEnd);

/** A closure that comes before the answer, as from a service whose messages overtake each other. */
const closureOf = (requestId: string): Message => {
  const id = randomUUID();
  const body = encode({
    kind: 'request-closed',
    id,
    requestId,
    from: 'JAM',
    requestingState: 'JAM',
    respondingState: 'USA',
    occurredAt: Date.now(),
    imported: false,
    correlationId: id,
    data: { conclusion: 'POINT_OF_DIVERSION_KNOWN' },
  });
  return { id, key: requestId, body };
};

/** Where a message may come too early, and who can see to it. */
interface World {
  readonly jamaica: Desk;
  readonly usa: Desk;
  readonly transport: Transport;
  /** The letter box of the State asked. */
  readonly box: string;
  /** What an operator says to the program that holds the log, and how it ends. */
  operator(...words: readonly string[]): Promise<readonly [number | null, string]>;
}

/** Resolves with the message, once the operator has seen to it. */
async function seeTo({ jamaica, usa, transport, box, operator }: World): Promise<Message> {
  const requestId = await submitted(jamaica);
  const found = `/v1/cases/${requestId}`;
  await eventually(() => matterAt(usa, found, 'received'));
  const closure = closureOf(requestId);
  await transport.publish(box, [closure]);
  const listed = await eventually(async () => {
    const [code, out] = await operator('refused');
    expect([code, out]).toEqual([0, expect.stringContaining(closure.id)]);
    return out;
  });
  expect(listed).toContain(`${closure.id}  JAM  request-closed.v1  not-answered-yet`);
  expect(listed).toContain('not run again');
  expect(listed).not.toContain('POINT_OF_DIVERSION_KNOWN');
  expect((await operator('refused', '--body'))[1]).toContain(closure.body);

  expect(await operator('rerun', closure.id)).toEqual([
    1,
    expect.stringContaining('refused, not-answered-yet'),
  ]);
  expect((await usa.post(`${found}/answer`, answerInFull)).status).toBe(200);
  expect(await operator('rerun', '--all')).toEqual([0, expect.stringContaining(`${closure.id}  followed`)]);
  const closed = await eventually(() => matterAt(usa, found, 'closed'));
  expect(await operator('rerun', closure.id)).toEqual([0, expect.stringContaining('followed')]);
  expect(await operator('rerun', '--all')).toEqual([0, expect.stringContaining('0 run again')]);
  expect((await matterAt(usa, found, 'closed')).version).toBe(closed.version);
  return closure;
}

const ended = async (run: ServiceProcess) => [await run.ended(), run.out + run.err] as const;

describe('a message that a desk could not follow', () => {
  test('is listed and run again by whoever runs the exchange in one process, which goes on working', async () => {
    const folder = await temporaryFolder();
    const exchange = await ExchangeProcess.started(folder, '--no-demo');
    const transport = openSqliteTransport({ file: join(folder, 'transport.db') });
    await seeTo({
      jamaica: await exchange.desk('officer', 'JAM'),
      usa: await exchange.desk('officer', 'USA'),
      transport,
      box: 'tracing-requests',
      operator: (...words) => ended(new ExchangeProcess(['vestigo', ...words], folder)),
    });
    await transport.close();
    // It says that it refused one, and neither which nor what was in it.
    expect(exchange.err).toBe('message refused\n');
  });

  test('is looked for in a log; where there is none, or with a verb that nobody knows, that is said', async () => {
    const folder = await temporaryFolder();
    const outcomes = await Promise.all([
      ended(new ExchangeProcess(['vestigo', 'refused'], folder)),
      ended(new ServiceProcess('responding', ['refused'], folder)),
      ended(new ServiceProcess('responding', ['mend'], folder)),
    ]);
    expect(outcomes).toEqual([
      [1, expect.stringContaining(`${folder} holds no log`)],
      [1, expect.stringContaining(`${folder} holds no log`)],
      [1, expect.stringContaining('rerun <id>|--all')],
    ]);
  });
});

withKafka('a message that a service could not follow, over Kafka', () => {
  let services: Services;
  let transport: Transport;

  beforeAll(async () => {
    services = await separateServices();
    const prefix = services.env['KAFKA_TOPIC_PREFIX'] ?? '';
    transport = openKafkaTransport({ ...kafkaSettings(services.env), topics: { prefix, partitions: 3 } });
  });
  afterAll(() => transport.close());

  test('is run again by its operator, and lies in the box of dead letters of its State', async () => {
    const [requesting, responding] = await Promise.all([
      services.start('requesting', { VESTIGO_STATES: 'JAM' }),
      services.start('responding', { VESTIGO_STATES: 'USA' }),
    ]);
    const closure = await seeTo({
      jamaica: await services.desk(requesting, 'officer', 'JAM'),
      usa: await services.desk(responding, 'officer', 'USA'),
      transport,
      box: 'tracing-requests.USA',
      operator: (...words) => ended(new ServiceProcess('responding', words, responding.folder)),
    });
    const [letter] = await firstOf(transport, 'dead-letters.USA');
    expect(decodeNotice(letter?.body ?? '')).toMatchObject({
      kind: 'message-dead-lettered',
      data: {
        messageId: closure.id,
        channel: 'tracing-requests',
        code: 'not-answered-yet',
        body: closure.body,
      },
    });
  });
});
