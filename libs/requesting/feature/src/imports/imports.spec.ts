import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '@vestigo/bulk';
import { type EventStore, type Log, Unavailable } from '@vestigo/kernel';
import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { writeFile } from 'node:fs/promises';
import { emptyDirectory } from '../testing/empty-directory';
import { onePhotograph } from '../testing/sample-forms';
import { FILE, type ImportFolder, openImportFolder } from './import-folder';
import { begun, type ImportMode, type ImportState } from './import-state';
import { importsLoop } from './imports.loop';

const now = Date.UTC(2026, 5, 1);
const id = '01980000-0000-7000-8000-0000000000a1';

let place: string;
let folder: ImportFolder;
let store: EventStore;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'imports-'));
  folder = openImportFolder(join(place, 'imports'));
  store = openSqliteEventStore({ file: join(place, 'log.db'), clock: () => now });
});

afterEach(async () => {
  await store.close();
  rmSync(place, { recursive: true });
});

const columns = [
  'respondingState',
  'priority',
  'illicitGrounds',
  'legalBasis',
  'intendedUse',
  'acquisitionMode',
  'item.kind',
  'item.type',
  'item.serial.asObserved',
  'item.serial.part',
  'item.serial.condition',
];
const rowOf = (serial: string, ground = 'ILL_NATLAW') =>
  csvLine([
    'USA',
    'ROUTINE',
    ground,
    'Act 1',
    'INVESTIGATION',
    'SEIZED',
    'ARM',
    'REVOLVER',
    serial,
    'FRAME_RECEIVER',
    'INTACT',
  ]);
const fileOf = (rows: readonly string[]) => csvLine(columns) + rows.join('');
const serials = (count: number) => Array.from({ length: count }, (_, index) => `S${String(index)}`);

async function take(text: string, mode: ImportMode): Promise<void> {
  const arriving = await folder.arriving(id);
  await writeFile(join(arriving, FILE), text);
  const file = {
    id,
    state: 'TTO',
    actor: 'officer',
    mode,
    form: 'text/csv',
    bytes: text.length,
    sha256: '',
    takenAt: '',
  } as const;
  await folder.take(arriving, begun(file));
}

/** Runs the loop until the import has come to its end, or the loop fails. */
async function work(log: Log = { store, newId: createUuidV7(() => now) }): Promise<ImportState> {
  const stopping = new AbortController();
  const loop = importsLoop({
    ...{ log, folder, now: () => now },
    ...{ directory: emptyDirectory, photographs: onePhotograph },
  });
  const running = loop.run(stopping.signal);
  const ended = eventually(async () => {
    expect(await loop.behind()).toBe(0);
  });
  try {
    await Promise.race([ended, running]);
  } finally {
    stopping.abort();
    await running.catch(() => undefined);
    await ended.catch(() => undefined);
  }
  const state = await folder.find(id);
  if (!state) throw new Error('The import is gone.');
  return state;
}

/** The serial numbers of all requests in the log. */
async function sent(): Promise<readonly string[]> {
  const { events } = await store.readAll({ after: 0, limit: 100_000 });
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
  const [fault, ...others] = await folder.reportOf(id);
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
  expect(await folder.reportOf(id)).toMatchObject([{ line: 1, remedy: 'must hold at least one request' }]);
});

test('a thousand faults are listed, and all are counted', async () => {
  await take(fileOf(Array.from({ length: 1200 }, () => bad)), 'all-or-nothing');
  expect(await work()).toMatchObject({ status: 'turned-down', faulty: 1200, faults: 1200 });
  expect(await folder.reportOf(id)).toHaveLength(1000);
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
  const failing: EventStore = {
    append(...what) {
      appends += 1;
      return appends > 2500 ? Promise.reject(new Unavailable('The disk is away.')) : store.append(...what);
    },
    read: (stream) => store.read(stream),
    readAll: (query) => store.readAll(query),
    readFacts: (query) => store.readFacts(query),
    follow: (query, signal) => store.follow(query, signal),
    followFacts: (query, signal) => store.followFacts(query, signal),
    head: () => store.head(),
    close: () => store.close(),
  };
  await expect(work({ store: failing, newId: createUuidV7(() => now) })).rejects.toThrow('The disk is away.');
  expect(await folder.find(id)).toMatchObject({ status: 'sending', sent: 2304 });
  expect((await sent()).length).toBe(2500);
  expect(await work()).toMatchObject({ status: 'sent', requests: 3000, sent: 3000, skipped: 0 });
  expect(await sent()).toEqual(serials(3000).toSorted());
});
