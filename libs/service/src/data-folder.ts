import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The data folder cannot be worked on; the message says why and what to do. */
export class UnusableFolder extends Error {}

/** Result code of SQLite for a file that another connection holds. */
const busy = 5;

/**
 * Makes a data folder and holds it for this process alone: two would take each other's messages. The system lets go of it when
 * the process ends, however it ends. Throws `UnusableFolder`.
 */
export function holdFolder(folder: string): { readonly release: () => void } {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = new DatabaseSync(join(folder, 'in-use.db'), { timeout: 0 });
    hold(lock);
    return {
      release: () => {
        lock.close();
      },
    };
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Says what keeps a folder from being used. */
export function unusable(folder: string, cause: unknown): UnusableFolder {
  const message = isBusy(cause)
    ? `${folder} is in use by another exchange. Stop it, or give this one another folder in VESTIGO_DATA.`
    : `${folder} cannot hold the data (${String(cause)}). Name a folder that can be written in VESTIGO_DATA.`;
  return new UnusableFolder(message, { cause });
}

function hold(lock: DatabaseSync): void {
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS holder (one INTEGER); COMMIT');
  } catch (error) {
    lock.close();
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}
