import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Durability, openDatabase, orLater } from './database';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-database-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Pages of the file, and after how many the WAL is emptied into it. */
function pagesOf(file: string, durability: Durability) {
  const db = openDatabase(join(folder, file), durability);
  db.exec('CREATE TABLE IF NOT EXISTS one (id INTEGER PRIMARY KEY) STRICT');
  const told = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  const pages = [told('page_size'), told('wal_autocheckpoint')];
  db.close();
  return pages;
}

test('a WAL is emptied after 4 MB where commits are synced, after 32 where they are not', () => {
  expect(pagesOf('synced.db', 'FULL')).toEqual([4096, 1024]);
  expect(pagesOf('unsynced.db', 'NORMAL')).toEqual([4096, 8192]);
});

test('a file with pages of another size keeps them, and its WAL is emptied after as many bytes', () => {
  const earlier = new DatabaseSync(join(folder, 'earlier.db'));
  earlier.exec('PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; CREATE TABLE one (id INTEGER) STRICT');
  earlier.close();
  expect(pagesOf('earlier.db', 'FULL')).toEqual([16_384, 256]);
});

test('what a savepoint may have to take back is in no file', () => {
  const db = openDatabase(join(folder, 'savepoint.db'), 'NORMAL');
  expect(db.prepare('PRAGMA temp_store').get()).toEqual({ temp_store: 2 });
  db.close();
});

test('what can be done later fails for nobody, unless the fault is ours', () => {
  const file = join(folder, 'later.db');
  const [holder, db] = [openDatabase(file, 'FULL'), new DatabaseSync(file)];
  holder.exec('BEGIN IMMEDIATE');
  expect(orLater(() => db.exec('BEGIN IMMEDIATE'))).toBeUndefined();
  holder.exec('ROLLBACK');
  expect(orLater(() => db.prepare('SELECT 1 AS one').get())).toEqual({ one: 1 });
  expect(() =>
    orLater(() => {
      throw new TypeError('a fault of ours');
    }),
  ).toThrow('a fault of ours');
  holder.close();
  db.close();
});
