import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { kafkaSettings, openKafkaTransport } from '@vestigo/kafka';
import { eventually } from '@vestigo/kernel/testing';
import {
  canariesIn,
  canariesLogged,
  caseActsWithCanaries,
  requestActsWithCanaries,
  requestWithCanaries,
} from './canaries';
import type { Desk } from './desk';
import { answerInFull, matterAt, submitted } from './matters';
import { preparedMatters, type TwoDesks } from './prepared-matters';
import { separateServices, type Services } from './separate-services';
import { processesEnd, type ServiceProcess } from './service-process';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);
afterAll(processesEnd);

const { draft: _, approval: __, submission: ___, resending: ____, ...requestActs } = requestActsWithCanaries;
const states = ['BRB', 'JAM', 'USA'];

withKafka('what two States write to each other, each with services of its own', () => {
  let services: Services;
  let jamaica: ServiceProcess;
  let usa: ServiceProcess;
  /** Services of a State that has no part in it. */
  let barbados: readonly ServiceProcess[];
  let oversight: ServiceProcess;
  let desks: TwoDesks;

  const written = canariesIn(JSON.stringify([requestWithCanaries, requestActs, caseActsWithCanaries]));

  beforeAll(async () => {
    services = await separateServices({ VESTIGO_STATES: states.join(), EVENTSTORE_URL: '' });
    const of = (state: string) => ({ VESTIGO_STATES: state });
    oversight = await services.start('oversight');
    [jamaica, usa] = [
      await services.start('requesting', of('JAM')),
      await services.start('responding', of('USA')),
    ];
    barbados = [await services.start('requesting', of('BRB')), await services.start('responding', of('BRB'))];
    desks = {
      requester: await services.desk(jamaica, 'officer', 'JAM'),
      responder: await services.desk(usa, 'officer', 'USA'),
    };
    await everyActDone();
    await oversightHasHeardAll();
  });

  /** Everything that either desk can do, each on a request of its own that has come so far. */
  async function everyActDone(): Promise<void> {
    const lapsing = await services.desk(jamaica, 'coordinator', null);
    for (const [noun, body] of Object.entries(requestActs)) {
      await done(noun === 'lapse' ? lapsing : desks.requester, 'requests', noun, body);
    }
    for (const [noun, body] of Object.entries(caseActsWithCanaries)) {
      await done(desks.responder, 'cases', noun, body);
    }
  }

  async function done(desk: Desk, kind: 'requests' | 'cases', noun: string, body: object): Promise<void> {
    const [id = ''] = await preparedMatters(desks, `/v1/${kind}/{id}/${noun}`, 1);
    const answer = await desk.post(`/v1/${kind}/${id}/${noun.replace('{number}', '1')}`, body);
    expect([noun, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([noun, 200, '']);
  }

  /** Reports of one desk come in order: when its last fact is counted, all are. */
  async function oversightHasHeardAll(): Promise<void> {
    const coordinator = await services.desk(oversight, 'coordinator', null);
    const figures = async () => {
      const { body } = await coordinator.get<{ readonly items: readonly Readonly<Record<string, number>>[] }>(
        '/v1/oversight/pairs?requesting=JAM&responding=USA',
      );
      return body.items[0] ?? {};
    };
    const before = await figures();
    const [answered, withdrawn] = [await submitted(desks.requester), await submitted(desks.requester)];
    await eventually(() => matterAt(desks.responder, `/v1/cases/${answered}`));
    await eventually(() => matterAt(desks.responder, `/v1/cases/${withdrawn}`));
    await desks.responder.post(`/v1/cases/${answered}/answer`, answerInFull);
    await desks.requester.post(`/v1/requests/${withdrawn}/withdrawal`, { reason: 'Returned.' });
    await eventually(async () => {
      const { submitted: sent, withdrawn: back, answeredInFull: full } = await figures();
      const grown = [before['submitted'] ?? 0, before['withdrawn'] ?? 0, before['answeredInFull'] ?? 0];
      expect([sent, back, full]).not.toEqual(grown);
      expect(sent).toBeGreaterThanOrEqual(
        Object.keys({ ...requestActs, ...caseActsWithCanaries }).length + 2,
      );
      expect(back).toBeGreaterThanOrEqual(2);
    });
  }

  /** What stands in the stored files of a service whose names begin so. */
  async function storedBy({ folder }: ServiceProcess, beginning = ''): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.startsWith(beginning));
    const texts = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
    );
    expect([basename(folder), beginning, texts.length > 0]).toEqual([basename(folder), beginning, true]);
    return canariesIn(texts.join('\n'));
  }

  /** What stands on these channels, from their beginning. */
  async function sentOn(channels: readonly string[]): Promise<readonly string[]> {
    const { env } = services;
    const transport = openKafkaTransport({
      ...kafkaSettings(env),
      topics: { prefix: env['KAFKA_TOPIC_PREFIX'] ?? '' },
    });
    const bodies: string[] = [];
    const stopping = new AbortController();
    const group = `walk of ${channels.join()}`.replace(/[^A-Za-z0-9._-]/g, '-');
    const walking = transport.consume(
      channels,
      group,
      (batch) => Promise.resolve(void bodies.push(...batch.map(({ body }) => body))),
      stopping.signal,
    );
    await eventually(async () => {
      expect(await transport.backlog(channels, group)).toBe(0);
    });
    stopping.abort();
    await walking;
    await transport.close();
    expect([channels, bodies.length > 0]).toEqual([channels, true]);
    return canariesIn(bodies.join('\n'));
  }

  test('stands in the logs of these two, whole, and in no view of theirs', async () => {
    for (const one of [jamaica, usa]) {
      await eventually(() => {
        expect(canariesLogged(one.folder)).toEqual(written);
      });
    }
    expect([await storedBy(jamaica, 'views.db'), await storedBy(usa, 'views.db')]).toEqual([[], []]);
  });

  test('stands in no file of oversight, which has counted all of it', async () => {
    expect(await storedBy(oversight, 'log.db')).toEqual([]);
    expect(await storedBy(oversight)).toEqual([]);
  });

  test('stands in no file of another State', async () => {
    expect(await Promise.all(barbados.map((service) => storedBy(service)))).toEqual([[], []]);
  });

  test('goes by the letter boxes of these two, and on no channel that anybody else may read', async () => {
    expect(await sentOn(['tracing-requests.USA', 'tracing-replies.JAM'])).toEqual(written);
    const others = ['clock-facts', 'directory', 'tracing-requests.BRB', 'tracing-replies.BRB'];
    expect(await sentOn(others)).toEqual([]);
  });

  test('is printed by no service', () => {
    const services = [jamaica, usa, oversight, ...barbados];
    expect(canariesIn(services.map(({ out, err }) => out + err).join('\n'))).toEqual([]);
  });

  test('is told on no route to anybody else', async () => {
    const [id = ''] = await preparedMatters(desks, '/v1/cases/{id}/supplements', 1);
    const routes = [
      ...['requests', 'cases'].flatMap((kind) => [kind, `${kind}/${id}`, `${kind}/export?format=json`]),
      ...[`traces/${id}`, 'oversight/pairs', 'oversight/deadlines', 'participants'],
    ].map((path) => `/v1/${path}`);
    for (const service of [jamaica, usa, oversight, ...barbados]) {
      const somebody = await Promise.all([
        services.desk(service, 'coordinator', null),
        services.desk(service, 'officer', 'BRB'),
        services.desk(service, 'liaison', 'JAM'),
        services.desk(service, 'liaison', 'USA'),
      ]);
      for (const desk of [...somebody, service.bearer()]) {
        const told = await Promise.all([...routes, '/metrics'].map((route) => desk.get(route)));
        expect(canariesIn(told.map(({ text }) => text).join('\n'))).toEqual([]);
      }
    }
  });
});
