import { closeSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position, RecordedEvent } from '@vestigo/kernel';
import { patience, whileReadable } from './database';

/** Which event stands where in the log. */
export type LogEntry = Pick<RecordedEvent, 'stream' | 'version' | 'id' | 'position'>;

/** A database as it stood at one instant, however long others go on writing it. */
export interface Snapshot {
  /** Of a log: every event in global order. */
  logEntries(): Iterable<LogEntry>;
  /** Of a read store: how far each view was folded. */
  checkpoints(): readonly { readonly name: string; readonly checkpoint: Position }[];
  /** What SQLite finds wrong with its pages and indexes; nothing when it is whole. */
  flaws(): readonly string[];
  /** Writes a database of the same content to a new file that only its owner may read. It is not synced to the disk. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/** Of SQLite’s pages, 4 MB in those of 4 KB. */
const pagesAStep = 1024;
const flawsNamed = 5;

/**
 * Opens a database to read, also while another process writes it. A reading transaction stays open until `close`: without
 * it each commit of a writer would start a copy anew, and under load the copy would never end. Writers do not wait for
 * it; their WAL grows by what they write meanwhile. Throws `DamagedDatabase`.
 */
export function openSnapshot(file: string): Snapshot {
  const db = new DatabaseSync(file, { readOnly: true, timeout: patience });
  return whileReadable(file, db, () => {
    db.exec('BEGIN');
    // The snapshot is taken by the first read.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return new SqliteSnapshot(file, db);
  });
}

class SqliteSnapshot implements Snapshot {
  constructor(
    private readonly file: string,
    private readonly db: DatabaseSync,
  ) {}

  logEntries(): Iterable<LogEntry> {
    return this.#reading(
      () =>
        this.db
          .prepare('SELECT stream, version, id, position FROM event ORDER BY position')
          .iterate() as unknown as Iterable<LogEntry>,
    );
  }

  checkpoints(): readonly { readonly name: string; readonly checkpoint: Position }[] {
    return this.#reading(
      () =>
        this.db.prepare('SELECT name, checkpoint FROM view_state ORDER BY name').all() as unknown as {
          readonly name: string;
          readonly checkpoint: Position;
        }[],
    );
  }

  flaws(): readonly string[] {
    const rows = this.#reading(
      () =>
        this.db.prepare(`PRAGMA integrity_check(${flawsNamed})`).all() as unknown as readonly {
          readonly integrity_check: string;
        }[],
    );
    return rows.map(({ integrity_check: text }) => text).filter((text) => text !== 'ok');
  }

  async copyTo(file: string): Promise<void> {
    closeSync(openSync(file, 'wx', 0o600));
    await backup(this.db, file, { rate: pagesAStep });
  }

  close(): void {
    if (this.db.isOpen) this.db.close();
  }

  #reading<Result>(read: () => Result): Result {
    return whileReadable(this.file, this.db, read);
  }
}
