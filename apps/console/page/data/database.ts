import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PersistedClient } from '@tanstack/react-query-persist-client';
import type { Write } from './write';

interface Kept extends DBSchema {
  /** Answers read before, by person. */
  readonly cache: { readonly key: string; readonly value: PersistedClient };
  /** Writes that have not been sent, or were refused. */
  readonly writes: {
    readonly key: string;
    readonly value: Write;
    readonly indexes: { readonly person: string };
  };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What this device keeps for whoever signs in on it. */
export function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('vestigo', 1, {
    upgrade(db) {
      db.createObjectStore('cache');
      db.createObjectStore('writes', { keyPath: 'id' }).createIndex('person', 'person');
    },
  });
  return opened;
}
