import type { DatabaseSync } from 'node:sqlite';
import type { MessagePort } from 'node:worker_threads';
import {
  type Appended,
  type Batch,
  type DomainEvent,
  type EventStore,
  type LogQuery,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type RecordedFact,
  Unavailable,
} from '@vestigo/kernel';
import { CheckpointsAside } from './checkpoints';
import { openDatabase, whileAvailable } from './database';
import { type Append, EventTable, type Range, serialise } from './event-table';
import { follow, type Following } from './follow';
import { GroupCommit } from './group-commit';
import { BorrowedWriter, type Writer, WriterOnLoan } from './lent-writer';
import { promised } from './promised';
import { MOST_KEPT, RecentEvents } from './recent-events';
import { type Pace, Wakeup } from './wakeup';

export interface SqliteEventStoreOptions extends Pace {
  readonly file: string;
  /** Milliseconds since 1970 (UTC); the clock of the machine unless told. */
  readonly clock?: () => number;
  /** A thread of its own empties the WAL; the writer does it unless told. */
  readonly checkpointsAside?: boolean;
}

/** Payloads are parsed, facts cost far less each. */
const eventsAPage = 512;
const factsAPage = 5000;
const pollMs = 200;

/** A log that another thread may share: it reads by itself, and appends through this one. */
export interface LendingEventStore extends EventStore {
  /** Appends for a log that `borrowSqliteEventStore` opened with the other end of this channel. */
  serve(port: MessagePort): void;
}

/** The log in one SQLite file. Other processes may open the same file, to read as well as to write. */
export function openSqliteEventStore({
  file,
  clock = Date.now,
  checkpointsAside = false,
  ...pace
}: SqliteEventStoreOptions): LendingEventStore {
  const db = openDatabase(file, 'FULL');
  const table = new EventTable(db);
  const wakeup = new Wakeup(pollMs);
  const checkpoints = checkpointsAside ? new CheckpointsAside(db, file) : undefined;
  const commits = new GroupCommit<Append, Appended>(db, {
    begin: () => {
      table.begin(clock());
    },
    write: (append) => table.append(append),
    committed: () => {
      wakeup.ring();
      loan.ring();
      checkpoints?.committed();
    },
  });
  const loan = new WriterOnLoan(commits);
  const close = () => {
    commits.drain();
    loan.close();
    return checkpoints?.close();
  };
  const store = new SqliteEventStore({ db, table, wakeup, pace, writer: commits, close });
  return Object.assign(store, {
    serve: (port: MessagePort) => {
      loan.serve(port);
    },
  });
}

/** The same log in another thread. */
export function borrowSqliteEventStore({
  file,
  port,
  ...pace
}: Pace & { readonly file: string; readonly port: MessagePort }): EventStore {
  const db = openDatabase(file, 'FULL');
  const wakeup = new Wakeup(pollMs);
  const writer = new BorrowedWriter(port, () => {
    wakeup.ring();
  });
  const close = () => {
    writer.close();
  };
  return new SqliteEventStore({ db, table: new EventTable(db), wakeup, pace, writer, close });
}

interface Parts {
  readonly db: DatabaseSync;
  readonly table: EventTable;
  readonly wakeup: Wakeup;
  readonly pace: Pace;
  readonly writer: Writer;
  /** Ends what the writer has under way; resolves when nobody else has the file open for it. */
  readonly close: () => void | Promise<void>;
}

class SqliteEventStore implements EventStore {
  readonly #db: DatabaseSync;
  readonly #table: EventTable;
  readonly #recent: RecentEvents;
  readonly #wakeup: Wakeup;
  readonly #pace: Pace;
  readonly #writer: Writer;
  readonly #closeWriter: Parts['close'];

  constructor({ db, table, wakeup, pace, writer, close }: Parts) {
    this.#db = db;
    this.#table = table;
    this.#recent = new RecentEvents(table);
    this.#wakeup = wakeup;
    this.#pace = pace;
    this.#writer = writer;
    this.#closeWriter = close;
  }

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return promised(() => {
      if (!this.#db.isOpen) throw new Unavailable('the log is closed');
      if (events.length === 0) throw new RangeError('an append holds at least one event');
      return this.#writer.submit({ stream, expected, rows: events.map(serialise) });
    });
  }

  read<Event extends DomainEvent>(stream: string): Promise<readonly RecordedEvent<Event>[]> {
    return promised(() => this.#reading(() => this.#table.stream<Event>(stream)));
  }

  readAll<Event extends DomainEvent>(query: LogQuery): Promise<Batch<RecordedEvent<Event>>> {
    return promised(() => this.#events<Event>(query));
  }

  readFacts(query: LogQuery): Promise<Batch<RecordedFact>> {
    return promised(() => this.#facts(query));
  }

  follow<Event extends DomainEvent>(
    query: LogQuery,
    signal: AbortSignal,
  ): AsyncIterable<Batch<RecordedEvent<Event>>> {
    return follow((next) => this.#newest<Event>(next), this.#following(query, signal, eventsAPage));
  }

  followFacts(query: LogQuery, signal: AbortSignal): AsyncIterable<Batch<RecordedFact>> {
    return follow((next) => this.#facts(next), this.#following(query, signal, factsAPage));
  }

  head(): Promise<Position> {
    return promised(() => this.#reading(() => this.#table.head()));
  }

  close(): Promise<void> {
    return promised(() => {
      if (!this.#db.isOpen) return;
      const closed = this.#closeWriter();
      this.#db.close();
      this.#wakeup.ring();
      return closed;
    });
  }

  #following(query: LogQuery, signal: AbortSignal, size: number): Following {
    return { query, signal, size: query.limit ?? size, wakeup: this.#wakeup, ...this.#pace };
  }

  #events<Event extends DomainEvent>(query: LogQuery): Batch<RecordedEvent<Event>> {
    return this.#page(query, eventsAPage, (range) => this.#table.events<Event>(range));
  }

  /** What followers near the head of the log have in common. */
  #newest<Event extends DomainEvent>(query: LogQuery): Batch<RecordedEvent<Event>> {
    return this.#page(query, eventsAPage, (range, head) => {
      const recent = head - range.after < MOST_KEPT ? this.#recent.page<Event>(range) : undefined;
      return recent ?? this.#table.events<Event>(range);
    });
  }

  #facts(query: LogQuery): Batch<RecordedFact> {
    return this.#page(query, factsAPage, (range) => this.#table.facts(range));
  }

  #page<Event>(
    { after, categories, limit }: LogQuery,
    size: number,
    batch: (range: Range, head: Position) => Batch<Event>,
  ): Batch<Event> {
    return this.#reading(() => {
      const head = this.#table.head();
      const through = Math.min(after + (limit ?? size), head);
      if (through <= after) return { events: [], through: after };
      return batch({ after, through, categories }, head);
    });
  }

  #reading<Result>(read: () => Result): Result {
    this.#pace.pause?.();
    return whileAvailable(this.#db, 'the log', read);
  }
}
