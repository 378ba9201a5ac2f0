import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@vestigo/kernel/testing';
import { type Desk, linesOf } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import {
  importEnded,
  importReached,
  type Import,
  imported,
  requestFile,
  type Row,
  sendFile,
} from './imports';
import { answerInFull, matterAt, sparseRequest, submitted } from './matters';

jest.setTimeout(300_000);
afterAll(processesEnd);

let exchange: ExchangeProcess;
let jamaica: Desk;
let usa: Desk;

beforeAll(async () => {
  exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});

interface Line {
  readonly id: string;
}

const requestsOf = (desk: Desk) => linesOf<Line>(desk, '/v1/requests');
const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ reference: `R${String(index)}` }));

/** References of all requests of a desk, by way of their export. */
async function referencesOf(desk: Desk): Promise<readonly string[]> {
  const requests = await contentsOf(desk);
  return requests.map(({ reference = '' }) => reference).toSorted();
}

const kenya = () => exchange.desk('officer', 'KEN');

test('a dry run tells what is wrong and sends nothing', async () => {
  const rows: readonly Row[] = [
    {},
    { illicitGrounds: '' },
    { priority: 'SOON' },
    { respondingState: 'JAM' },
    { 'item.type': 'CANARY-TYPE' },
  ];
  const end = await imported(jamaica, requestFile(rows));
  expect(end).toMatchObject({
    status: 'checked',
    rows: 5,
    requests: 5,
    faulty: 4,
    faults: 4,
    sent: 0,
    skipped: 0,
  });
  expect(end.report).toMatchObject([
    { line: 3, column: 'illicitGrounds', found: 'nothing', remedy: 'must name at least one ground of ITI 6' },
    {
      line: 4,
      column: 'priority',
      found: 'a text of 4 characters',
      remedy: 'must be one of ROUTINE, URGENT',
    },
    { line: 5, column: 'respondingState', found: 'a text of 3 characters', remedy: 'must be another State' },
    { line: 6, column: 'item.type', found: 'a text of 11 characters' },
  ]);
  expect(JSON.stringify(end)).not.toContain('CANARY');
  expect(await requestsOf(jamaica)).toEqual([]);
});

const file = requestFile();
test.each<[string, string | Uint8Array<ArrayBuffer>, object]>([
  ['an unknown column', file.replace('legalBasis', 'law'), { line: 1, column: 'column 6' }],
  [
    'another encoding',
    Buffer.from(requestFile([{ legalBasis: 'Código' }]), 'latin1'),
    { line: 2, remedy: 'must be UTF-8: save the file with this encoding' },
  ],
  [
    'a quote that is never closed',
    `${file}"A,USA\r\n`,
    { line: 3, remedy: 'must close the quote that a cell of this row opens' },
  ],
  ['no rows', requestFile([]), { line: 1, remedy: 'must hold at least one request' }],
  ['nothing at all', '', { line: 1, remedy: 'must hold at least one request' }],
  [
    'a line that is too long',
    requestFile([{ 'item.remarks': 'x'.repeat(2_000_000) }]),
    { line: 2, remedy: 'must have at most 1048576 bytes' },
  ],
])('a file with %s is sent in no part', async (_, bad, fault) => {
  const end = await imported(await kenya(), bad, { mode: 'valid-only' });
  expect(end).toMatchObject({ status: 'turned-down', faults: 1, sent: 0, report: [fault] });
  expect(await requestsOf(await kenya())).toEqual([]);
});

test.each<[string, string, readonly object[]]>([
  ['application/x-ndjson', 'a line for each', [{ line: 2, pointer: '/legalBasis', found: 'nothing' }]],
  ['application/json', 'an array', [{ line: 3, pointer: '/legalBasis', found: 'nothing' }]],
])('%s holds requests as they are sent one by one, %s', async (type, _, report) => {
  const desk = await exchange.desk('officer', type === 'application/json' ? 'TTO' : 'BHS');
  const { legalBasis: __, ...lawless } = sparseRequest;
  const all = [sparseRequest, lawless].map((request) => JSON.stringify(request));
  const text = type === 'application/json' ? `[\n${all.join(',\n')}\n]` : all.join('\n');
  expect(await imported(desk, text, { type, mode: 'all-or-nothing' })).toMatchObject({
    status: 'turned-down',
    report,
  });
  expect(await requestsOf(desk)).toEqual([]);
  expect(await imported(desk, text, { type, mode: 'valid-only' })).toMatchObject({
    status: 'sent',
    sent: 1,
    skipped: 1,
  });
  expect(await eventually(async () => onlyOne(await requestsOf(desk)))).toBeDefined();
});

test('what is imported reaches the State asked, several rows as one request, and can be exported and imported again', async () => {
  const desk = await exchange.desk('officer', 'GUY');
  const rows: readonly Row[] = [
    { request: 'A', reference: '=1+1', 'item.serial.asObserved': 'АВ1234' },
    { request: 'A', 'item.type': 'SMG', reference: '=1+1' },
    { request: 'B', reference: "'quoted", 'item.remarks': 'two\r\nlines; "said"' },
  ];
  expect(await imported(desk, requestFile(rows), { mode: 'all-or-nothing' })).toMatchObject({
    status: 'sent',
    rows: 3,
    sent: 2,
  });
  const lines = await eventually(async () => {
    const all = await requestsOf(desk);
    expect(all).toHaveLength(2);
    return all;
  });
  const ids = lines.map(({ id }) => id);
  for (const id of ids) await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  await usa.post(`/v1/cases/${ids[0] ?? ''}/answer`, answerInFull);
  await eventually(() => matterAt(desk, `/v1/requests/${ids[0] ?? ''}`, 'answered'));

  const csv = await desk.get('/v1/requests/export?format=csv&bom=true');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(csv.text).toContain(`'=1+1`);
  expect(csv.text).not.toMatch(/(?:^|,)=1/m);
  expect(csv.text).toContain(answerInFull.lastLegalHolder);
  const again = await exchange.desk('officer', 'SUR');
  expect(await imported(again, csv.text, { mode: 'all-or-nothing' })).toMatchObject({
    status: 'sent',
    sent: 2,
  });
  await eventually(async () => {
    expect(await contentsOf(again)).toEqual(await contentsOf(desk));
  });
  const json = await desk.get('/v1/requests/export?format=json');
  const third = await exchange.desk('officer', 'PRY');
  const how = { type: 'application/json', mode: 'all-or-nothing' };
  expect(await imported(third, json.text, how)).toMatchObject({ status: 'sent', sent: 2 });
  await eventually(async () => {
    const cases = await usa.get<readonly { readonly about: { readonly id: string } }[]>(
      '/v1/cases/export?format=json&status=answered',
    );
    expect(cases.body.map(({ about }) => about.id)).toEqual([ids[0]]);
  });
});

test('a repeat under the same key is the same import, and another file under it none', async () => {
  const desk = await exchange.desk('officer', 'BRB');
  const headers = { 'idempotency-key': 'file-1' };
  const once = await imported(desk, file, { mode: 'all-or-nothing', headers });
  const twice = await sendFile(desk, file, { mode: 'all-or-nothing', headers });
  expect([twice.status, twice.body]).toEqual([202, once]);
  const other = await sendFile(desk, requestFile(rowsOf(2)), { mode: 'all-or-nothing', headers });
  expect([other.status, other.text]).toEqual([422, expect.stringContaining('idempotency-key-reused')]);
});

test('the imports of a State are listed for its officers, newest first, without what is wrong with them', async () => {
  const brazil = await exchange.desk('officer', 'BRA');
  const ids: string[] = [];
  for (const rows of [1, 2, 3]) {
    ids.unshift((await imported(brazil, requestFile(rowsOf(rows)), { mode: 'dry-run' })).id);
  }
  const listed = await linesOf<Import>(brazil, '/v1/imports', 2);
  expect(listed.map(({ id, status, rows }) => ({ id, status, rows }))).toEqual(
    ids.map((id, index) => ({ id, status: 'checked', rows: 3 - index })),
  );
  expect(listed.filter((one) => 'report' in one)).toEqual([]);
  expect(await linesOf(await exchange.desk('officer', 'PER'), '/v1/imports')).toEqual([]);
});

test('other types, other States and lengths beyond the limit are refused', async () => {
  expect((await sendFile(jamaica, 'a', { type: 'application/xml' })).status).toBe(415);
  expect((await sendFile(jamaica, 'a', { mode: 'now' })).status).toBe(422);
  const { id } = await imported(jamaica, file);
  expect((await usa.get(`/v1/imports/${id}`)).status).toBe(404);
  expect((await usa.get('/v1/imports/..%2f..%2flog.db')).status).toBe(404);
});

test('an import goes on after a kill in its middle, and nothing is sent twice', async () => {
  const count = 2000;
  const { folder, id } = await killedInTheMiddle(count);
  const second = await ExchangeProcess.started(folder, '--no-demo');
  const later = await second.desk('officer', 'JAM');
  expect(await importEnded(later, id)).toMatchObject({ status: 'sent', sent: count, skipped: 0 });
  await eventually(async () => {
    expect(await requestsOf(later)).toHaveLength(count);
  });
  expect(await referencesOf(later)).toEqual(
    rowsOf(count)
      .map(({ reference = '' }) => reference)
      .toSorted(),
  );
});

test('an operator imports and exports with the token of an officer', async () => {
  const desk = await exchange.desk('officer', 'HTI');
  const folder = await temporaryFolder();
  const env = { VESTIGO_URL: exchange.address, VESTIGO_TOKEN: desk.token ?? '' };
  const operator = async (...words: readonly string[]) => {
    const run = new ExchangeProcess(['vestigo', ...words], exchange.folder, env);
    return { code: await run.ended(), out: run.out, err: run.err };
  };
  await writeFile(join(folder, 'good.csv'), requestFile([{ reference: 'HTI-1' }]));
  await writeFile(join(folder, 'bad.csv'), requestFile([{ legalBasis: '' }]));
  const bad = await operator('import', join(folder, 'bad.csv'));
  expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('"column": "legalBasis"')]);
  const good = await operator('import', join(folder, 'good.csv'), '--mode', 'all-or-nothing');
  expect([good.code, JSON.parse(good.out)]).toMatchObject([0, { status: 'sent', sent: 1 }]);
  await eventually(async () => onlyOne(await requestsOf(desk)));
  const shown = await operator('export', 'requests', '--format', 'json');
  expect([shown.code, JSON.parse(shown.out)]).toMatchObject([0, [{ request: { reference: 'HTI-1' } }]]);
  const written = await operator('export', 'requests', '--bom', '--to', join(folder, 'out.csv'));
  expect(written).toEqual({ code: 0, out: '', err: '' });
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('HTI-1');
  expect(await submitted(desk)).toBeDefined();
});

/** A folder of an exchange that was killed while it sent what was handed in; again, should it have been done with it by then. */
async function killedInTheMiddle(count: number): Promise<{ readonly folder: string; readonly id: string }> {
  for (;;) {
    const folder = await temporaryFolder();
    const killed = await ExchangeProcess.started(folder, '--no-demo');
    const desk = await killed.desk('officer', 'JAM');
    const { body } = await sendFile(desk, requestFile(rowsOf(count)), { mode: 'all-or-nothing' });
    await importReached(desk, body.id, ({ sent }) => sent > 0);
    await killed.end('SIGKILL');
    const kept = join(folder, 'imports/under-way', body.id, 'import.json');
    const text = await readFile(kept, 'utf8').catch(() => undefined);
    const left = text === undefined ? undefined : (JSON.parse(text) as Import);
    if (left?.status === 'sending' && left.sent < count) return { folder, id: body.id };
  }
}

/** What the requests of a desk ask, in no order. */
async function contentsOf(desk: Desk): Promise<readonly Asked[]> {
  const { body } = await desk.get<readonly { readonly request: Asked }[]>('/v1/requests/export?format=json');
  return body
    .map(({ request }) => request)
    .toSorted(({ reference: one = '' }, { reference: other = '' }) => one.localeCompare(other));
}

interface Asked {
  readonly reference?: string;
}

function onlyOne<Each>(all: readonly Each[]): Each {
  const [one, ...others] = all;
  if (!one || others.length > 0) throw new Error(`There are ${String(all.length)}.`);
  return one;
}
