import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type Position,
  type ReadStore,
  type SqlValue,
  StaleCheckpoint,
  type View,
  type ViewDefinition,
  type WritableRows,
} from '@vestigo/kernel';
import { inSavepoint, inTransaction, openDatabase, whileAvailable } from './database';
import { EarlySync } from './early-sync';
import { GroupCommit } from './group-commit';
import { promised } from './promised';
import type { Pace } from './wakeup';

const schema = `
  CREATE TABLE IF NOT EXISTS view_state (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    checkpoint INTEGER NOT NULL,
    tables TEXT NOT NULL
  ) STRICT;
`;

interface ViewState {
  readonly version: string;
  readonly checkpoint: Position;
  /** JSON list: what to drop even when the next version of the view no longer names it. */
  readonly tables: string;
}

type Advances = GroupCommit<() => void, void>;

export interface SqliteReadStoreOptions extends Pick<Pace, 'pause'> {
  readonly file: string;
}

/**
 * Views in one SQLite file; those that move on in one turn of the event loop share a transaction. `synchronous=NORMAL`: a power cut may take
 * the last transactions, rows and checkpoint together, and they are folded again from the log.
 */
export function openSqliteReadStore({ file, pause }: SqliteReadStoreOptions): ReadStore {
  const db = openDatabase(file, 'NORMAL');
  db.exec(schema);
  const rows = new SqliteRows(db, pause);
  const sync = new EarlySync(file);
  const advances: Advances = new GroupCommit(db, {
    write: (advance) => {
      inSavepoint(db, advance);
    },
    committed: () => {
      sync.committed();
    },
  });
  return {
    open: (definition) => whileAvailable(db, 'the views', () => openView(rows, advances, definition)),
    close: () => {
      if (!db.isOpen) return;
      advances.drain();
      void sync.close();
      db.close();
    },
  };
}

function openView(
  rows: SqliteRows,
  advances: Advances,
  { name, version, tables, schema: statements }: ViewDefinition,
): View {
  rows.transaction(() => {
    const known = stateOf(rows, name);
    if (known?.version === version) return;
    const earlier = known ? (JSON.parse(known.tables) as readonly string[]) : [];
    for (const table of new Set([...earlier, ...tables])) rows.execute(`DROP TABLE IF EXISTS "${table}"`);
    rows.execute(statements);
    rows.run('INSERT OR REPLACE INTO view_state VALUES (?, ?, 0, ?)', name, version, JSON.stringify(tables));
  });
  const checkpoint = () => stateOf(rows, name)?.checkpoint ?? 0;
  return {
    all: (sql, ...values) => rows.all(sql, ...values),
    get: (sql, ...values) => rows.get(sql, ...values),
    checkpoint,
    advance: (from, through, write) =>
      promised(() => {
        rows.assertOpen();
        return advances.submit(() => {
          const actual = checkpoint();
          if (actual !== from) throw new StaleCheckpoint(name, from, actual);
          write(rows);
          rows.run('UPDATE view_state SET checkpoint = ? WHERE name = ?', through, name);
        });
      }),
  };
}

function stateOf(rows: SqliteRows, name: string): ViewState | undefined {
  return rows.get<ViewState>('SELECT version, checkpoint, tables FROM view_state WHERE name = ?', name);
}

class SqliteRows implements WritableRows {
  /** By text: a view has a fixed set of statements. */
  readonly #statements = new Map<string, StatementSync>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly pause: Pace['pause'],
  ) {}

  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#available(() => this.#prepared(sql).all(...values) as unknown as readonly Row[]);
  }

  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#available(() => this.#prepared(sql).get(...values) as Row | undefined);
  }

  run(sql: string, ...values: readonly SqlValue[]): void {
    this.#available(() => this.#prepared(sql).run(...values));
  }

  execute(statements: string): void {
    this.db.exec(statements);
  }

  transaction(work: () => void): void {
    this.#available(() => {
      inTransaction(this.db, work);
    });
  }

  assertOpen(): void {
    this.#available(() => undefined);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #available<Result>(work: () => Result): Result {
    this.pause?.();
    return whileAvailable(this.db, 'the read store', work);
  }
}
