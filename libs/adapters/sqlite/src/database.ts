import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Unavailable } from '@vestigo/kernel';

/** FULL survives a power cut; NORMAL may lose the last commits then, yet never tears one. */
export type Durability = 'FULL' | 'NORMAL';

/**
 * Pages of 4 KB: a request touches many pages and changes little in each, and every one that it touches is written whole, twice. What a
 * savepoint may have to take back stays in memory, never in a file of its own. The cache has 8 MB at most for each connection; 32 MB showed
 * no clear gain in trials on a busy machine.
 */
const settings = ['page_size = 4096', 'journal_mode = WAL', 'temp_store = MEMORY', 'cache_size = -8192'];

/**
 * Bytes of the WAL that are emptied into the file. Where each commit is synced, a longer one was slower in trials: a file that grows takes
 * longer to sync than one that is written over. Where none is, a page that is written again and again in between reaches the file once.
 */
const walBytes: Readonly<Record<Durability, number>> = { FULL: 4 * 2 ** 20, NORMAL: 32 * 2 ** 20 };

/** Milliseconds to wait for another process that is writing. */
export const patience = 5000;

export function openDatabase(file: string, durability: Durability): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: patience });
  return whileReadable(file, db, () => {
    for (const setting of [...settings, `synchronous = ${durability}`]) db.exec(`PRAGMA ${setting}`);
    // A file from an earlier version keeps the size of its pages.
    const { page_size: page } = db.prepare('PRAGMA page_size').get() as { readonly page_size: number };
    db.exec(`PRAGMA wal_autocheckpoint = ${String(walBytes[durability] / page)}`);
    return db;
  });
}

/** The file is no database, is another one than it should be, or is damaged. */
export class DamagedDatabase extends Error {
  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(`${file} is no database of an exchange, or a damaged one`, options);
    this.name = 'DamagedDatabase';
  }
}

/** Result codes for a table that is not there, a page that makes no sense, a file that never was a database. */
const damage = new Set([1, 11, 26]);

/** Runs `work` on a database just opened, and closes it when that fails. Throws `DamagedDatabase`. */
export function whileReadable<Result>(file: string, db: DatabaseSync, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    db.close();
    const code = primaryCode(error);
    throw code !== undefined && damage.has(code) ? new DamagedDatabase(file, { cause: error }) : error;
  }
}

/** Result codes of SQLite (sqlite.org/rescode.html) that say nothing about the statement but all about the machine. */
const machineTrouble = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

const constraint = 19;

/** The low byte is the primary code: 19 for every kind of violated constraint. */
function primaryCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** True when the row was refused, and only the row. */
export function isConstraintViolation(error: unknown): boolean {
  return primaryCode(error) === constraint;
}

export function isSqliteError(error: unknown): boolean {
  return primaryCode(error) !== undefined;
}

/** Runs `work`; a lock, a full disk or a closed file comes out as `Unavailable`. */
export function whileAvailable<Result>(db: DatabaseSync, what: string, work: () => Result): Result {
  if (!db.isOpen) throw new Unavailable(`${what} is closed`);
  try {
    return work();
  } catch (error) {
    const code = primaryCode(error);
    if (code === undefined || !machineTrouble.has(code)) throw error;
    throw new Unavailable(`${what} does not answer`, { cause: error });
  }
}

/** Runs what can as well be done later; undefined where SQLite cannot do it now. Who writes meets a full or failing disk too, and tells. */
export function orLater<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return undefined;
  }
}

/** All that `work` wrote is committed, or nothing is. */
export function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
  return bracketed(db, work, 'BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK');
}

/** Part of a transaction that is taken back alone when `work` throws. */
export function inSavepoint<Result>(db: DatabaseSync, work: () => Result): Result {
  return bracketed(db, work, 'SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part');
}

function bracketed<Result>(db: DatabaseSync, work: () => Result, begin: string, end: string, undo: string) {
  db.exec(begin);
  try {
    const result = work();
    db.exec(end);
    return result;
  } catch (error) {
    // SQLite takes some transactions back by itself, when the disk is full for one.
    if (db.isTransaction) db.exec(undo);
    throw error;
  }
}
