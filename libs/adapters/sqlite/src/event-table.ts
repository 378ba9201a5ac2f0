import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type Appended,
  type Batch,
  categoryOf,
  type ClockFacts,
  type DomainEvent,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type RecordedFact,
  VersionConflict,
} from '@vestigo/kernel';
import { inSavepoint } from './database';
import { eventColumns, type EventRow, factColumns, factOf, type FactRow, recordedOf } from './event-row';

/** Positions are given without gaps, so that a page of the log is a range of positions. */
const schema = `
  CREATE TABLE IF NOT EXISTS event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    category TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    request_id TEXT,
    requesting TEXT,
    responding TEXT,
    code TEXT,
    imported INTEGER,
    meta TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS event_stream ON event (stream, version);
`;

const insertion = `
  INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stream, version) DO NOTHING
`;

const allEvents = `SELECT ${eventColumns} FROM event WHERE position > ? AND position <= ?`;
const allFacts = `SELECT ${factColumns} FROM event WHERE position > ? AND position <= ? AND request_id IS NOT NULL`;

type IdRow = readonly [id: string, position: number];

export interface Append {
  readonly stream: string;
  readonly expected: number;
  readonly rows: readonly SerialisedEvent[];
}

interface SerialisedEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly clock: ClockFacts | null;
  readonly meta: string;
  readonly data: string;
  readonly recordedAt: number | undefined;
}

/** Throws on a payload that JSON cannot hold: a cycle, a bigint, nothing at all. */
export function serialise({ id, event, meta, recordedAt }: NewEvent): SerialisedEvent {
  const { type, occurredAt, clock } = event;
  const data = JSON.stringify(event.data) as string | undefined;
  if (data === undefined) throw new TypeError(`the payload of ${type} is nothing that JSON can hold`);
  return { id, type, occurredAt, clock, meta: JSON.stringify(meta), data, recordedAt };
}

/** What is read at one time ends when the payloads pass this many UTF-16 units. */
export const mostText = 4_000_000;

export interface Range {
  readonly after: Position;
  /** Inclusive. */
  readonly through: Position;
  readonly categories: readonly string[] | undefined;
}

/** The table of events: rows in, events and facts out. Transactions belong to the caller. */
export class EventTable {
  readonly #insert: StatementSync;
  readonly #last: StatementSync;
  readonly #head: StatementSync;
  readonly #version: StatementSync;
  readonly #ids: StatementSync;
  readonly #stream: StatementSync;
  /** By text: one for each number of categories that somebody asks for. */
  readonly #pages = new Map<string, StatementSync>();
  #position: Position = 0;
  #recordedAt = 0;

  constructor(private readonly db: DatabaseSync) {
    db.exec(schema);
    this.#insert = db.prepare(insertion);
    this.#last = this.#arrays('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1');
    this.#head = this.#arrays('SELECT max(position) FROM event');
    this.#version = this.#arrays('SELECT max(version) FROM event WHERE stream = ?');
    this.#ids = this.#arrays(
      'SELECT id, position FROM event WHERE stream = ? AND version > ? AND version <= ? ORDER BY version',
    );
    this.#stream = this.#arrays(`SELECT ${eventColumns} FROM event WHERE stream = ? ORDER BY version`);
  }

  /** To be called first in a writing transaction. `now` in ms; recordedAt never runs backwards. */
  begin(now: number): void {
    const last = this.#last.get() as unknown as readonly [number, number] | undefined;
    const [position, recordedAt] = last ?? [0, -Infinity];
    this.#position = position;
    this.#recordedAt = Math.max(recordedAt, Math.floor(now));
  }

  append(append: Append): Appended {
    const { stream, expected, rows } = append;
    // A stream that should be new needs no look: the index refuses version 1 when it is there.
    if (expected !== 0 && this.#versionOf(stream) !== expected) return this.#repeated(stream, expected, rows);
    // One statement writes its row or nothing; only several need a savepoint.
    return rows.length === 1 ? this.#write(append) : inSavepoint(this.db, () => this.#write(append));
  }

  head(): Position {
    const [head] = this.#head.get() as unknown as readonly [number | null];
    return head ?? 0;
  }

  stream<Event extends DomainEvent>(stream: string): readonly RecordedEvent<Event>[] {
    return this.#recorded<Event>(this.#stream.all(stream));
  }

  /** Ends before the range does once the payloads are as much as one batch should hold. */
  events<Event extends DomainEvent>(range: Range): Batch<RecordedEvent<Event>> {
    const events: RecordedEvent<Event>[] = [];
    let text = 0;
    for (const row of this.rows(range)) {
      events.push(recordedOf(row) as RecordedEvent<Event>);
      text += row[13].length;
      if (text >= mostText) return { events, through: row[0] };
    }
    return { events, through: range.through };
  }

  rows(range: Range): Iterable<EventRow> {
    const { statement, values } = this.#page(allEvents, range);
    return statement.iterate(...values) as unknown as Iterable<EventRow>;
  }

  facts(range: Range): Batch<RecordedFact> {
    const { statement, values } = this.#page(allFacts, range);
    const rows = statement.all(...values) as unknown as readonly FactRow[];
    return { events: rows.map(factOf), through: range.through };
  }

  #arrays(sql: string): StatementSync {
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  #page(select: string, { after, through, categories }: Range) {
    const filter = categories ? `AND category IN (${categories.map(() => '?').join()})` : '';
    const sql = `${select} ${filter} ORDER BY position`;
    const statement = this.#pages.get(sql) ?? this.#arrays(sql);
    this.#pages.set(sql, statement);
    return { statement, values: [after, through, ...(categories ?? [])] };
  }

  #write({ stream, expected, rows }: Append): Appended {
    const category = categoryOf(stream);
    let position = this.#position;
    let version = expected;
    for (const { id, type, occurredAt, clock, meta, data, recordedAt } of rows) {
      position += 1;
      version += 1;
      const { changes } = this.#insert.run(
        position,
        stream,
        version,
        id,
        type,
        category,
        occurredAt,
        recordedAt ?? this.#recordedAt,
        clock ? clock.requestId : null,
        clock ? clock.requestingState : null,
        clock ? clock.respondingState : null,
        clock ? clock.code : null,
        clock ? Number(clock.imported) : null,
        meta,
        data,
      );
      if (changes === 0) return this.#repeated(stream, expected, rows);
    }
    this.#position = position;
    return { version, position };
  }

  /** The answer of the first time when exactly these events stand right after `expected`. */
  #repeated(stream: string, expected: number, rows: readonly SerialisedEvent[]): Appended {
    const version = expected + rows.length;
    const stored = this.#ids.all(stream, expected, version) as unknown as readonly IdRow[];
    const last = stored.at(-1);
    const same = stored.length === rows.length && stored.every(([id], index) => id === rows[index]?.id);
    if (!last || !same) throw new VersionConflict(stream, expected, this.#versionOf(stream));
    return { version, position: last[1] };
  }

  #versionOf(stream: string): number {
    const [version] = this.#version.get(stream) as unknown as readonly [number | null];
    return version ?? 0;
  }

  #recorded<Event extends DomainEvent>(rows: unknown): readonly RecordedEvent<Event>[] {
    return (rows as readonly EventRow[]).map((row) => recordedOf(row) as RecordedEvent<Event>);
  }
}
