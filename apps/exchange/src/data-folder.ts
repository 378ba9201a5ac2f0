import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on the folder; two would take each other's messages. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `${folder} is in use by another exchange. Stop it, or give this one another folder in VESTIGO_DATA.`,
    );
  }
}

/** Holds a data folder for this process alone; the system lets go of it when the process ends, however it ends. */
export function holdFolder(folder: string): { readonly release: () => void } {
  const lock = new DatabaseSync(join(folder, 'in-use.db'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS holder (one INTEGER); COMMIT');
  } catch {
    lock.close();
    throw new FolderInUse(folder);
  }
  return {
    release: () => {
      lock.close();
    },
  };
}
