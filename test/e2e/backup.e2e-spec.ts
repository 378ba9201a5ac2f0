import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@vestigo/kernel/testing';
import { atRest } from './at-rest';
import { type Desk, linesOf } from './desk';
import { ExchangeProcess, processesEnd, root, temporaryFolder } from './exchange-process';
import { digestAt, sendPhotograph, shown } from './photographs';
import { answerInFull, type Matter, matterAt, type MatterState, sparseRequest, submitted } from './matters';

const atOnce = 16;

jest.setTimeout(300_000);
afterAll(processesEnd);

async function operator(
  data: string,
  ...words: readonly string[]
): Promise<ExchangeProcess & { readonly code: number | null }> {
  const run = new ExchangeProcess(['vestigo', ...words], data);
  const code = await run.ended();
  return Object.assign(run, { code });
}

/** Path of a data folder that is not there yet. */
const newFolder = async () => join(await temporaryFolder(), 'data');
const backupIn = ({ out }: ExchangeProcess) => /^Copied \S+ to (\S+)$/m.exec(out)?.[1] ?? '';

interface LogCensus {
  readonly head: number;
  readonly events: number;
  readonly streams: number;
  readonly digest: string;
}

async function logIn(backup: string): Promise<LogCensus> {
  const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as {
    readonly log: LogCensus;
  };
  return manifest.log;
}

test('a backup of an exchange under load holds all it had confirmed, each with its effect once, after kill -9 and restore', async () => {
  const folder = await newFolder();
  const exchange = await ExchangeProcess.started(folder, '--no-demo');
  const [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  const work: Work = { confirmed: new Map(), answered: new Set() };
  const working = Array.from({ length: atOnce }, () => workUntilItDies(jamaica, usa, work));
  for (let done = -1; work.confirmed.size <= 200 || work.answered.size <= 10;) {
    done = await eventually(() => {
      const now = work.confirmed.size + work.answered.size;
      if (now <= done) throw new Error(`the work stands still at ${String(now)}`);
      return now;
    });
  }
  const before = { confirmed: new Map(work.confirmed), answered: new Set(work.answered) };
  const taken = await operator(folder, 'backup', '--to', await temporaryFolder());
  expect([taken.code, taken.err]).toEqual([0, '']);
  expect(taken.out).toContain('The backup is good.');
  expect(work.confirmed.size).toBeGreaterThan(before.confirmed.size);
  await exchange.end('SIGKILL');
  await Promise.all(working);

  const restored = await newFolder();
  const restoring = await operator(restored, 'restore', backupIn(taken));
  expect([restoring.code, restoring.err]).toEqual([0, '']);
  const again = await ExchangeProcess.started(restored, '--no-demo');
  const [asking, asked] = [again.bearer(jamaica.token), again.bearer(usa.token)];
  for (const [key, id] of before.confirmed) {
    const { content, timeline } = await eventually(() => deliveredAt(asking, id));
    expect(content?.['reference']).toBe(key);
    expectOnce(timeline);
    expectOnce((await matterAt(asked, `/v1/cases/${id}`)).timeline);
  }
  for (const id of before.answered) {
    await eventually(() => matterAt(asking, `/v1/requests/${id}`, 'answered'));
    expect((await matterAt(asked, `/v1/cases/${id}`)).status).toBe('answered');
  }
  const cases = await eventually(async () => {
    const [requests, found] = [
      await linesOf<Matter>(asking, '/v1/requests'),
      await linesOf<Matter>(asked, '/v1/cases'),
    ];
    expect(found.map(({ id }) => id).sort()).toEqual(requests.map(({ id }) => id).sort());
    return found;
  });
  const coordinator = await again.desk('coordinator', null);
  await eventually(async () => {
    const { body } = await coordinator.get<{ readonly items: readonly Readonly<Record<string, number>>[] }>(
      '/v1/oversight/pairs',
    );
    const [pair, ...others] = body.items;
    const answers = cases.filter(({ status }) => status === 'answered').length;
    expect([pair?.['submitted'], pair?.['delivered'], pair?.['answeredInFull'], others]).toEqual([
      ...[cases.length, cases.length, answers],
      [],
    ]);
  });
  await again.end('SIGTERM');
  // Taken from the log of an exchange that is at rest; its figures are those of the log, or it would not be good.
  const last = await operator(restored, 'backup', '--to', await temporaryFolder());
  expect(last.out).toContain(`1 pairs, ${cases.length} requests received`);
  expect(last.out).toContain('The backup is good.');
});

test('after a restore everything is published again, and not one event is added to the log', async () => {
  const before = await ExchangeProcess.started(await newFolder(), '--no-demo');
  const [jamaica, usa] = [await before.desk('officer', 'JAM'), await before.desk('officer', 'USA')];
  const { body: kept } = await sendPhotograph(jamaica);
  const request = { ...sparseRequest, photographs: [shown(kept)] };
  const ids = await Promise.all(Array.from({ length: 12 }, () => submitted(jamaica, request)));
  for (const [index, id] of ids.entries()) {
    await eventually(() => matterAt(usa, `/v1/cases/${id}`));
    if (index % 4 === 0) continue;
    await usa.post(`/v1/cases/${id}/acknowledgement`, {});
    if (index % 4 === 1)
      await jamaica.post(`/v1/requests/${id}/withdrawal`, { reason: 'The arm was returned.' });
    if (index % 4 < 2) continue;
    await usa.post(`/v1/cases/${id}/answer`, answerInFull);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
    if (index % 4 === 3) await jamaica.post(`/v1/requests/${id}/closure`, { conclusion: 'LEAD_EXHAUSTED' });
  }
  await atRest(before);
  const first = backupIn(await operator(before.folder, 'backup', '--to', await temporaryFolder()));
  await before.end('SIGKILL');
  const restored = await newFolder();
  expect((await operator(restored, 'restore', first)).code).toBe(0);
  const again = await ExchangeProcess.started(restored, '--no-demo');
  await atRest(again);
  for (const desk of [jamaica, usa]) {
    expect(await digestAt(again.bearer(desk.token), kept)).toBe(kept.sha256);
  }
  const second = backupIn(await operator(restored, 'backup', '--to', await temporaryFolder()));
  await again.end('SIGTERM');
  const log = await logIn(first);
  expect(log.events).toBeGreaterThan(ids.length * 4);
  expect(await logIn(second)).toEqual(log);
});

test('one flipped byte of a backup is noticed, and it is not restored', async () => {
  const exchange = await ExchangeProcess.started(await newFolder(), '--no-demo');
  const taken = await operator(exchange.folder, 'backup', '--to', await temporaryFolder());
  const backup = backupIn(taken);
  expect((await operator(exchange.folder, 'verify', backup)).code).toBe(0);
  await exchange.end('SIGTERM');
  const log = join(backup, 'log.db');
  const bytes = await readFile(log);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  await writeFile(log, bytes);
  const message = `${log} is damaged: it is not what was written. Use another backup.\n`;
  const verified = await operator(exchange.folder, 'verify', backup);
  expect([verified.code, verified.out, verified.err]).toEqual([1, '', message]);
  const target = await newFolder();
  const refused = await operator(target, 'restore', backup);
  expect([refused.code, refused.out, refused.err]).toEqual([1, '', message]);
  expect(await readdir(join(target, '..'))).toEqual([]);
});

test('a folder that an exchange works on is not restored over', async () => {
  const exchange = await ExchangeProcess.started(await newFolder(), '--no-demo');
  const backup = backupIn(await operator(exchange.folder, 'backup', '--to', await temporaryFolder()));
  const inUse = await operator(exchange.folder, 'restore', backup);
  expect([inUse.code, inUse.err]).toEqual([
    1,
    `${exchange.folder} is in use by another exchange. Stop it, or give this one another folder in VESTIGO_DATA.\n`,
  ]);
  await exchange.end('SIGTERM');
  const occupied = await operator(exchange.folder, 'restore', backup);
  expect(occupied.code).toBe(1);
  expect(occupied.err).toContain(`${exchange.folder} is not empty, and nothing in it is written over.`);
});

test.each([
  [[], /^Usage: npm run vestigo -- \[options\] \[command\]$/m],
  [['copy'], /^error: unknown command 'copy'$/],
  [['backup', '--into', 'x'], /^error: unknown option '--into'$/m],
  [['backup'], / holds no log of an exchange\. Name its data folder in VESTIGO_DATA\.$/],
  [['verify'], /^error: missing required argument 'backup'$/],
  [['verify', '/nowhere'], /^There is no folder \/nowhere\.$/],
  [
    ['restore', root],
    / is no backup: it has no manifest\.json\. A backup that was cut short has none either; use another one\.$/,
  ],
  [['restore', '/a', '/b'], /^error: too many arguments for 'restore'/],
])('vestigo %j is refused in plain words', async (words, message) => {
  const { code, out, err } = await operator(await newFolder(), ...words);
  expect([code, out]).toEqual([1, '']);
  expect(err.trim()).toMatch(message);
  expect(err).not.toMatch(/^ +at /m);
});

test.each(['log.db', 'transport.db', 'views.db'])(
  'npm start says what to do when %s is no database',
  async (name) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), 'no database');
    const exchange = new ExchangeProcess(['start', '--no-demo'], folder);
    expect([await exchange.ended(), exchange.out, exchange.err]).toEqual([
      1,
      '',
      `${join(folder, name)} is no database of an exchange, or a damaged one. Move the data folder away and restore a backup (npm run vestigo -- restore <backup>). Of views.db alone: remove it, it is folded again.\n`,
    ]);
  },
);

test('npm start | head ends quietly', async () => {
  const exchange = spawn(
    process.execPath,
    [join(root, 'dist', 'apps', 'exchange', 'src', 'main.js'), 'start'],
    {
      env: { ...process.env, PORT: '0', VESTIGO_DATA: await temporaryFolder() },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(exchange, 'close');
  const err = await firstWordsOf(exchange);
  await ended;
  expect(exchange.exitCode).toBe(0);
  expect(err()).not.toMatch(/EPIPE|^ +at /m);
});

/** Reads as `head` does: a first piece, and then no more. Resolves with what comes on the other stream. */
async function firstWordsOf({ stdout, stderr }: ChildProcess): Promise<() => string> {
  let err = '';
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  if (stdout) await once(stdout, 'data');
  stdout?.destroy();
  return () => err;
}

interface Work {
  /** Ids of the requests that were answered with 201, by their keys. */
  readonly confirmed: Map<string, string>;
  /** Ids of the cases whose answer was confirmed. */
  readonly answered: Set<string>;
}

/** Sends requests one after the other, and answers those sent a while ago once they arrived, until nobody is there any more. */
async function workUntilItDies(jamaica: Desk, usa: Desk, { confirmed, answered }: Work): Promise<void> {
  const unanswered: string[] = [];
  try {
    for (;;) {
      const key = randomUUID();
      const sent = await jamaica.post<MatterState>(
        '/v1/requests',
        { ...sparseRequest, reference: key },
        { 'idempotency-key': key },
      );
      expect(sent.status).toBe(201);
      confirmed.set(key, sent.body.id);
      unanswered.push(sent.body.id);
      const id = unanswered.length > 6 ? unanswered.shift() : undefined;
      if (id === undefined) continue;
      await answerOnArrival(usa, id);
      answered.add(id);
    }
  } catch (error) {
    // What fetch throws when the connection is gone; it is made outside the world of the test.
    if ((error as Error).name !== 'TypeError') throw error;
  }
}

/** However far the delivery is behind: nobody sends more meanwhile, so it comes to this one. */
async function answerOnArrival(usa: Desk, id: string): Promise<void> {
  for (;;) {
    const { status } = await usa.post(`/v1/cases/${id}/answer`, answerInFull);
    if (status === 200) return;
    expect(status).toBe(404);
    await pause(100);
  }
}

async function deliveredAt(desk: Desk, id: string): Promise<Matter> {
  const matter = await matterAt(desk, `/v1/requests/${id}`);
  if (matter.status === 'sent') throw new Error(`${id} has not arrived yet`);
  return matter;
}

/** Nothing happens twice to one matter in this world. */
function expectOnce(timeline: Matter['timeline']): void {
  const happened = timeline.map(({ what }) => what);
  expect(happened).toEqual([...new Set(happened)]);
}
