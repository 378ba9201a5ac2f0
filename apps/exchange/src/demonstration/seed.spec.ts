import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Log } from '@vestigo/kernel';
import { handle } from '@vestigo/kernel';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { importRun } from '../history/import-run';
import { requestsToSeed } from './seed';
import { YEAR_VOLUMES } from './volumes';

const meta = { actor: 'demonstration', state: null, role: 'service', correlationId: '', causationId: '' };
let folder: string;
let store: EventStore;
let log: Log;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  store = openSqliteEventStore({ file: join(folder, 'log.db') });
  log = { store, newId: createUuidV7() };
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const done = (slice: string, run = 'demonstration') =>
  handle(log, importRun, run, { slice, at: 1 }, { meta });

describe('how much of the demonstration is to be seeded', () => {
  test('all of it in an empty log', async () => {
    expect(await requestsToSeed({ log })).toBe(5981);
  });

  test('all of it when a seeding was cut short in its first year', async () => {
    await done('begun');
    expect(await requestsToSeed({ log })).toBe(5981);
  });

  test('the rest when it was cut short later', async () => {
    await done('begun');
    await done('BHS 2020');
    await done('JAM 2024');
    expect(await requestsToSeed({ log })).toBe(5981 - 209 - 606);
  });

  test('nothing when all is there', async () => {
    await done('begun');
    for (const { requestingState, year } of YEAR_VOLUMES) await done(`${requestingState} ${String(year)}`);
    expect(await requestsToSeed({ log })).toBe(0);
  });

  test('nothing in a log of somebody else', async () => {
    await done('2021-01', 'another run');
    expect(await requestsToSeed({ log })).toBe(0);
  });
});
