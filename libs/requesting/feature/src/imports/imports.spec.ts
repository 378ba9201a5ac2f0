import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Log, Unavailable } from '@vestigo/kernel';
import { createUuidV7, openSqliteEventStore, openSqliteReadStore } from '@vestigo/sqlite';
import { emptyDirectory } from '../testing/empty-directory';
import { fileOf, id, type ImportDesk, importDesk, rowOf as row } from '../testing/import-desk';
import { storeWith } from '../testing/store-with';

const now = Date.UTC(2026, 5, 1);

let place: string;
let log: Log;
let desk: ImportDesk;
let close: () => Promise<void>;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'imports-'));
  const store = openSqliteEventStore({ file: join(place, 'log.db'), clock: () => now });
  const readStore = openSqliteReadStore({ file: join(place, 'views.db') });
  log = { store, newId: createUuidV7(() => now) };
  desk = importDesk({ place, log, readStore, now });
  close = async () => {
    readStore.close();
    await store.close();
    rmSync(place, { recursive: true });
  };
});
afterEach(() => close());

const take: ImportDesk['take'] = (text, mode) => desk.take(text, mode);
const work: ImportDesk['work'] = (parts) => desk.work(parts);
const rowOf = (serial: string, illicitGrounds = 'ILL_NATLAW') =>
  row({ 'item.serial.asObserved': serial, illicitGrounds });
const serials = (count: number) => Array.from({ length: count }, (_, index) => `S${String(index)}`);

/** The serial numbers of all requests in the log. */
async function sent(): Promise<readonly string[]> {
  const { events } = await log.store.readAll({ after: 0, limit: 100_000 });
  return events
    .map(({ event }) => /"asObserved":"(\w+)"/.exec(JSON.stringify(event.data))?.[1] ?? '')
    .toSorted();
}

const bad = rowOf('CANARY-7', 'ILL_NOTHING');

test('a dry run sends nothing, however good the file is', async () => {
  await take(fileOf([rowOf('A1')]), 'dry-run');
  expect(await work()).toMatchObject({
    status: 'checked',
    rows: 1,
    requests: 1,
    faulty: 0,
    faults: 0,
    sent: 0,
  });
  expect(await sent()).toEqual([]);
});

test('all or nothing sends nothing where one row has a fault', async () => {
  await take(fileOf([rowOf('A1'), bad]), 'all-or-nothing');
  expect(await work()).toMatchObject({ status: 'turned-down', requests: 2, faulty: 1, faults: 1, sent: 0 });
  expect(await sent()).toEqual([]);
  const [fault, ...others] = await desk.folder.reportOf(id);
  expect([fault, others]).toMatchObject([
    { line: 3, column: 'illicitGrounds', pointer: '/illicitGrounds/0', found: 'a text of 11 characters' },
    [],
  ]);
});

test('valid only sends what has no fault, and nothing of a file that cannot be read to its end', async () => {
  await take(fileOf([rowOf('A1'), bad, rowOf('A2')]), 'valid-only');
  expect(await work()).toMatchObject({ status: 'sent', faulty: 1, sent: 2, skipped: 1 });
  expect(await sent()).toEqual(['A1', 'A2']);
});

test('nothing is sent of a file that cannot be read to its end', async () => {
  await take(`${fileOf([rowOf('A1'), rowOf('A2')])}"open,1`, 'valid-only');
  expect(await work()).toMatchObject({ status: 'turned-down', requests: 1, faulty: 0, faults: 1, sent: 0 });
  expect(await sent()).toEqual([]);
});

test('a file without rows holds no request', async () => {
  await take(fileOf([]), 'valid-only');
  expect(await work()).toMatchObject({ status: 'turned-down', requests: 0, faults: 1 });
  expect(await desk.folder.reportOf(id)).toMatchObject([
    { line: 1, remedy: 'must hold at least one request' },
  ]);
});

test('a thousand faults are listed, and all are counted', async () => {
  await take(fileOf(Array.from({ length: 1200 }, () => bad)), 'all-or-nothing');
  expect(await work()).toMatchObject({ status: 'turned-down', faulty: 1200, faults: 1200 });
  expect(await desk.folder.reportOf(id)).toHaveLength(1000);
});

test('when all is done, nothing that a file said is left in the folder', async () => {
  await take(fileOf([rowOf('CANARY1'), bad]), 'valid-only');
  await work();
  const left = readdirSync(join(place, 'imports'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  expect(left).toHaveLength(2);
  expect(left.join()).not.toContain('CANARY');
});

test('an import that was broken off goes on where it was, and sends nothing twice', async () => {
  await take(fileOf(serials(3000).map((serial) => rowOf(serial))), 'all-or-nothing');
  let appends = 0;
  const { store, newId } = log;
  const failing = storeWith(store, {
    append(...what) {
      appends += 1;
      return appends > 2500 ? Promise.reject(new Unavailable('The disk is away.')) : store.append(...what);
    },
  });
  await expect(work({ log: { store: failing, newId } })).rejects.toThrow('The disk is away.');
  expect(await desk.folder.find(id)).toMatchObject({ status: 'sending', sent: 2304 });
  expect((await sent()).length).toBe(2500);
  expect(await work()).toMatchObject({ status: 'sent', requests: 3000, sent: 3000, skipped: 0 });
  expect(await sent()).toEqual(serials(3000).toSorted());
});

test('what stands against a request only when its turn comes is told like any other fault, once', async () => {
  await take(fileOf([rowOf('A1'), bad, rowOf('A2')]), 'valid-only');
  let asked = 0;
  const reviewRequired = () => Promise.resolve((asked += 1) > 1);
  const end = await work({ directory: { ...emptyDirectory, reviewRequired } });
  expect(end).toMatchObject({ status: 'sent', requests: 3, sent: 0, skipped: 3, faulty: 3, faults: 3 });
  const remedy = expect.stringContaining('another officer approves') as string;
  expect(await desk.folder.reportOf(id)).toMatchObject([
    { line: 3 },
    { line: 2, remedy },
    { line: 4, remedy },
  ]);
});

test('whoever looks on sees how far the check is', async () => {
  await take(fileOf(serials(3000).map((serial) => rowOf(serial))), 'dry-run');
  const clock = jest.spyOn(performance, 'now');
  let instant = 0;
  clock.mockImplementation(() => (instant += 1000));
  const save = jest.spyOn(desk.folder, 'save');
  await work().finally(() => clock.mockRestore());
  const seen = save.mock.calls.map(([{ status, rows }]) => [status, rows]);
  expect(seen).toEqual([500, 1000, 1500, 2000, 2500, 3000].map((rows) => ['checking', rows]));
});
