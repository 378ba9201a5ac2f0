import { randomUUID } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@vestigo/kernel/testing';
import type { EventStore, RecordedEvent } from '@vestigo/kernel';
import { openKurrentEventStore } from '@vestigo/kurrent';
import { type StandInProcess, startStandInProcess } from '@vestigo/kurrent/testing';
import { atRest } from './at-rest';
import { type Desk, linesOf } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import {
  answerInFull,
  type Matter,
  matterAt,
  type MatterState,
  sparseRequest,
  submitted,
  tracingCenter,
} from './matters';
import { digestAt, type Kept, photographsArrive, sendPhotograph, shown } from './photographs';
import { separateServices, type Services } from './separate-services';
import type { ServiceProcess } from './service-process';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);

const requests = 100;
const kills = 20;
const mostBetweenKills = 70;
const killsBack = 3;
const key = randomUUID();

let standIn: StandInProcess;
let store: EventStore;
let data: string;
/** Folder of the photographs of the services. */
let pictures: string;
/** A photograph that a request names, and one that none does. */
let kept: readonly Kept[];

beforeAll(async () => {
  standIn = await startStandInProcess(0, join(await temporaryFolder(), 'stand-in'));
  store = openKurrentEventStore({ connectionString: standIn.connectionString });
  data = join(await temporaryFolder(), 'data');
  pictures = join(await temporaryFolder(), 'photographs');
  kept = await worked(data);
});

afterAll(async () => {
  await processesEnd();
  await store.close();
  await standIn.end();
});

const migrating = (folder: string, ...words: readonly string[]) =>
  new ExchangeProcess(['vestigo', 'migrate', '--photographs', pictures, ...words], folder, {
    EVENTSTORE_URL: standIn.connectionString,
  });

async function migrated(folder: string, ...words: readonly string[]) {
  const run = migrating(folder, ...words);
  const code = await run.ended();
  return { code, out: run.out, err: run.err };
}

const copied = '[##############################]';

/** Kills a migration at any instant of its start, its copying or its proof; one that was done before is begun anew. */
async function kill(folder: string, when: 'start' | 'copying' | 'proof'): Promise<number> {
  for (let longest = 1000; ; longest /= 2) {
    const process = migrating(folder);
    if (when === 'start') await pause(Math.random() * longest);
    if (when === 'copying') await Promise.race([grown(process), process.said(copied)]);
    if (when === 'proof') {
      await process.said(copied);
      await pause(Math.random() * longest);
    }
    const code = await process.end('SIGKILL');
    if (code === null) return (await eventsIn(store)).length;
    expect({ code, err: code === 0 ? '' : process.err }).toEqual({ code: 0, err: '' });
  }
}

/** Until a migration has copied some more events. */
async function grown(process: ExchangeProcess): Promise<void> {
  const over = new AbortController();
  void process.ended().then(() => over.abort());
  const wanted = (await eventsIn(store)).length + Math.ceil(Math.random() * mostBetweenKills);
  let count = 0;
  for await (const { events } of store.follow({ after: 0 }, over.signal)) {
    count += events.length;
    if (count >= wanted) return;
  }
}

async function eventsIn(log: EventStore): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (let after = 0; ;) {
    const { events, through } = await log.readAll({ after });
    all.push(...events);
    if (through <= after) return all;
    after = through;
  }
}

/** An exchange that has done something of everything, and is killed with letters under way. */
async function worked(folder: string): Promise<readonly Kept[]> {
  const exchange = await ExchangeProcess.started(folder, '--no-demo');
  const [jamaica, trinidad, usa] = [
    await exchange.desk('officer', 'JAM'),
    await exchange.desk('officer', 'TTO'),
    await exchange.desk('officer', 'USA'),
  ];
  await usa.put('/v1/participants/USA/point-of-contact', tracingCenter);
  await usa.put('/v1/participants/USA/point-of-contact', {
    ...tracingCenter,
    email: 'tracing@usa.example',
  });
  // Who asks the directory before it has been read is told to come back.
  await eventually(async () => {
    const first = await jamaica.post('/v1/requests', sparseRequest, { 'Idempotency-Key': key });
    expect(first.status).toBe(201);
  });
  const sentIn = [(await sendPhotograph(jamaica, 'red')).body, (await sendPhotograph(jamaica, 'blue')).body];
  const named = await submitted(jamaica, { ...sparseRequest, photographs: sentIn.slice(0, 1).map(shown) });
  await eventually(() => photographsArrive(usa, named));
  const ids = await Promise.all(
    Array.from({ length: requests }, (_, index) => submitted(index % 2 === 0 ? jamaica : trinidad)),
  );
  await Promise.all(
    ids.map(async (id, index) => {
      const found = `/v1/cases/${id}`;
      await eventually(() => matterAt(usa, found, 'received'));
      if (index % 4 > 0) await usa.post(`${found}/acknowledgement`, {});
      if (index % 4 > 1) await usa.post(`${found}/answer`, answerInFull);
      if (index % 8 === 7)
        await (index % 2 === 0 ? jamaica : trinidad).post(`/v1/requests/${id}/closure`, {
          conclusion: 'COMPLETED',
        });
    }),
  );
  await exchange.end('SIGKILL');
  return sentIn;
}

/** What a migration printed as equal, by its label. */
const equalIn = (out: string) =>
  new Map([...out.matchAll(/^  (\S.*?) +equal +(.*)$/gm)].map(([, label = '', text = '']) => [label, text]));

const labels = [
  'Log',
  'Derived streams',
  'Photographs',
  ...['request_clock', 'consent_clock', 'pair', 'request_list', 'case_list', 'participant_event'].map(
    (table) => `View ${table}`,
  ),
  'Desk clocks',
  'API answers',
];

withKafka('an exchange moves to services on a stand-in of KurrentDB', () => {
  let services: Services;
  let jamaica: Desk;
  let usa: Desk;
  let coordinator: Desk;
  let running: readonly ServiceProcess[];
  let moved: readonly RecordedEvent[];

  test(`by a migration that is killed ${String(kills)} times and then finds both equal`, async () => {
    const held: number[] = [];
    for (let index = 0; index < kills; index += 1) {
      const when = index < 2 ? 'start' : index < kills - 2 ? 'copying' : 'proof';
      held.push(await kill(data, when));
    }
    const { code, out, err } = await migrated(data);
    console.log(`stand-in of KurrentDB: kills at ${held.join(', ')} events\n${out}`);
    expect([code, err.replace(/^Events looked at .*\n/gm, '')]).toEqual([0, '']);
    expect([...equalIn(out).keys()]).toEqual(labels);
    expect(held.every((count, index) => count >= (held[index - 1] ?? 0))).toBe(true);
    moved = await eventsIn(store);
  });

  test('where they start, publish nothing again, and know an Idempotency-Key from before', async () => {
    const keys = join(await temporaryFolder(), 'keys');
    await mkdir(keys);
    await copyFile(join(data, 'issuer.jwk.json'), join(keys, 'issuer.jwk.json'));
    services = await separateServices({
      VESTIGO_KEYS: keys,
      EVENTSTORE_URL: standIn.connectionString,
      VESTIGO_PHOTOGRAPHS: pictures,
    });
    const [requesting, responding, oversight] = await Promise.all([
      services.start('requesting'),
      services.start('responding'),
      services.start('oversight'),
    ]);
    running = [requesting, responding, oversight];
    [jamaica, usa, coordinator] = await Promise.all([
      requesting.desk('officer', 'JAM', keys),
      responding.desk('officer', 'USA', keys),
      oversight.desk('coordinator', null, keys),
    ]);
    const again = await jamaica.post<MatterState>('/v1/requests', sparseRequest, { 'Idempotency-Key': key });
    expect([again.status, moved.filter(({ stream }) => stream.endsWith(again.body.id)).length > 2]).toEqual([
      201,
      true,
    ]);
    const publishers = moved.filter(({ stream }) => stream.startsWith('lease-'));
    await eventually(async () => {
      const leases = (await eventsIn(store)).filter(({ stream }) => stream.startsWith('lease-outbound:'));
      expect(new Set(leases.map(({ stream }) => stream)).size).toBe(publishers.length);
      expect(leases.filter(({ version }) => version === 1)).toEqual(publishers);
    });
  });

  test('have every photograph that was sent in, and send new ones', async () => {
    const [named, unnamed] = kept;
    if (!named || !unnamed) throw new Error('two photographs were sent in');
    expect(await digestAt(jamaica, unnamed)).toBe(unnamed.sha256);
    expect(await digestAt(usa, named)).toBe(named.sha256);
    const id = await submitted(jamaica, { ...sparseRequest, photographs: [shown(unnamed)] });
    await eventually(() => photographsArrive(usa, id));
    expect(await digestAt(usa, unnamed)).toBe(unnamed.sha256);
  });

  test('on which a new request goes all the way, and an old one goes on', async () => {
    const old = (await linesOf<Matter>(usa, '/v1/cases')).filter(({ status }) => status === 'received');
    const [unanswered] = old.filter(({ requestingState }) => requestingState === 'JAM');
    const id = await submitted(jamaica);
    await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
    for (const matter of [id, unanswered?.id ?? '']) {
      expect((await usa.post(`/v1/cases/${matter}/answer`, answerInFull)).status).toBe(200);
      await eventually(() => matterAt(jamaica, `/v1/requests/${matter}`, 'answered'));
    }
    await eventually(async () => {
      const { body } = await coordinator.get<{ readonly items: readonly Readonly<Record<string, number>>[] }>(
        '/v1/oversight/pairs?requesting=JAM&responding=USA',
      );
      const cases = await linesOf<Matter>(usa, '/v1/cases');
      const ofJamaica = cases.filter(({ requestingState }) => requestingState === 'JAM');
      const answered = ofJamaica.filter(({ status }) => ['answered', 'closed'].includes(status));
      const [pair] = body.items;
      expect([pair?.['delivered'], pair?.['answeredInFull']]).toEqual([ofJamaica.length, answered.length]);
    });
  });

  test('and back, killed now and then, into a folder where all of it is found', async () => {
    await atRest(...running);
    const asked = await linesOf<Matter>(jamaica, '/v1/requests');
    const pairs = (await coordinator.get('/v1/oversight/pairs?asOf=' + new Date().toISOString())).body;
    const back = join(await temporaryFolder(), 'data');
    for (let count = 0; count < killsBack; count += 1) {
      const process = migrating(back, '--back');
      await pause(500 + Math.random() * 1500);
      await process.end('SIGKILL');
    }
    const early = await migrated(back, '--back');
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringMatching(/^Services still write to the event store/),
    ]);
    await Promise.all(running.map((service) => service.end('SIGTERM')));
    const { code, out, err } = await migrated(back, '--back');
    console.log(`back from the stand-in of KurrentDB\n${out}`);
    expect([code, err]).toEqual([0, '']);
    expect([...equalIn(out).keys()]).toEqual(labels);
    await copyFile(join(data, 'issuer.jwk.json'), join(back, 'issuer.jwk.json'));
    const exchange = await ExchangeProcess.started(back, '--no-demo');
    await atRest(exchange);
    expect(await linesOf<Matter>(exchange.bearer(jamaica.token), '/v1/requests')).toEqual(asked);
    for (const one of kept) expect(await digestAt(exchange.bearer(usa.token), one)).toBe(one.sha256);
    const { asOf, ...rest } = pairs as { readonly asOf: string };
    const now = await exchange.bearer(coordinator.token).get(`/v1/oversight/pairs?asOf=${asOf}`);
    expect(now.body).toEqual({ asOf, ...rest });
  });
});
