import type { DatabaseSync } from 'node:sqlite';
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
import { openDatabase, whileAvailable } from './database';
import { type Append, EventTable, type Range, serialise } from './event-table';
import { follow } from './follow';
import { GroupCommit } from './group-commit';
import { promised } from './promised';
import { type Breathe, nextTick, Wakeup } from './wakeup';

export interface SqliteEventStoreOptions {
  readonly file: string;
  /** Milliseconds since 1970 (UTC); the clock of the machine unless told. */
  readonly clock?: () => number;
  /** Awaited between two batches of a follower, so that the edge is served during a long catch-up. */
  readonly breathe?: Breathe;
}

/** Small, since a follower's batch holds the thread that also answers the edge; facts cost far less each. */
const eventsAPage = 128;
const factsAPage = 5000;
const pollMs = 200;

/** The log in one SQLite file. Other processes may open the same file, to read as well as to write. */
export function openSqliteEventStore({
  file,
  clock = Date.now,
  breathe = nextTick,
}: SqliteEventStoreOptions): EventStore {
  return new SqliteEventStore(openDatabase(file, 'FULL'), clock, breathe);
}

class SqliteEventStore implements EventStore {
  readonly #db: DatabaseSync;
  readonly #table: EventTable;
  readonly #commits: GroupCommit<Append, Appended>;
  readonly #wakeup = new Wakeup(pollMs);
  readonly #breathe: Breathe;

  constructor(db: DatabaseSync, clock: () => number, breathe: Breathe) {
    const table = new EventTable(db);
    this.#db = db;
    this.#table = table;
    this.#breathe = breathe;
    this.#commits = new GroupCommit(db, {
      begin: () => {
        table.begin(clock());
      },
      write: (append) => table.append(append),
      committed: () => {
        this.#wakeup.ring();
      },
    });
  }

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return promised(() => {
      if (!this.#db.isOpen) throw new Unavailable('the log is closed');
      if (events.length === 0) throw new RangeError('an append holds at least one event');
      return this.#commits.submit({ stream, expected, rows: events.map(serialise) });
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
    return follow((next) => this.#events<Event>(next), query, signal, this.#wakeup, this.#breathe);
  }

  followFacts(query: LogQuery, signal: AbortSignal): AsyncIterable<Batch<RecordedFact>> {
    return follow((next) => this.#facts(next), query, signal, this.#wakeup, this.#breathe);
  }

  head(): Promise<Position> {
    return promised(() => this.#reading(() => this.#table.head()));
  }

  close(): Promise<void> {
    return promised(() => {
      if (!this.#db.isOpen) return;
      this.#commits.drain();
      this.#db.close();
      this.#wakeup.ring();
    });
  }

  #events<Event extends DomainEvent>(query: LogQuery): Batch<RecordedEvent<Event>> {
    return this.#page(query, eventsAPage, (range) => this.#table.events<Event>(range));
  }

  #facts(query: LogQuery): Batch<RecordedFact> {
    return this.#page(query, factsAPage, (range) => this.#table.facts(range));
  }

  #page<Event>(
    { after, categories, limit }: LogQuery,
    size: number,
    rows: (range: Range) => readonly Event[],
  ): Batch<Event> {
    return this.#reading(() => {
      const through = Math.min(after + (limit ?? size), this.#table.head());
      if (through <= after) return { events: [], through: after };
      return { events: rows({ after, through, categories }), through };
    });
  }

  #reading<Result>(read: () => Result): Result {
    return whileAvailable(this.#db, 'the log', read);
  }
}
