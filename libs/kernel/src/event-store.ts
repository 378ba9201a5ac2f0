import type { DomainEvent, NewEvent, Position, RecordedEvent, RecordedFact } from './event';

/**
 * The log. What it guarantees is said by `testing/event-store.contract.ts`, which every adapter passes.
 * Errors: `VersionConflict` when the stream moved on, `Unavailable` when nothing is known to be written.
 */
export interface EventStore {
  /**
   * Appends all events or none and resolves once they are durable.
   * `expected` is the number of events in the stream, 0 for a stream that does not exist. An append repeated with the
   * same event ids and the same `expected` writes nothing and answers as the first one did.
   */
  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended>;

  /** All events of a stream in order; `[]` when there is none. */
  read<Event extends DomainEvent>(stream: string): Promise<readonly RecordedEvent<Event>[]>;

  /** The next events in global order after `after` (exclusive), at most `limit` of them looked at. */
  readAll<Event extends DomainEvent>(query: LogQuery): Promise<Batch<RecordedEvent<Event>>>;

  /** The same without payload: only events that carry clock facts. */
  readFacts(query: LogQuery): Promise<Batch<RecordedFact>>;

  /** Catch-up, then live: every event after `after` once, in order, until `signal` aborts. */
  follow<Event extends DomainEvent>(
    query: LogQuery,
    signal: AbortSignal,
  ): AsyncIterable<Batch<RecordedEvent<Event>>>;

  followFacts(query: LogQuery, signal: AbortSignal): AsyncIterable<Batch<RecordedFact>>;

  /** Position of the last event, 0 when there is none. */
  head(): Promise<Position>;

  close(): Promise<void>;
}

export interface LogQuery {
  readonly after: Position;
  /** Only streams of these categories; all when absent. */
  readonly categories?: readonly string[];
  /** The most events a batch holds; the adapter chooses when absent. */
  readonly limit?: number;
}

export interface Batch<Event> {
  readonly events: readonly Event[];
  /** Everything up to here has been seen, whether or not it matched: the next `after`. */
  readonly through: Position;
}

export interface Appended {
  /** Number of events in the stream after the append. */
  readonly version: number;
  readonly position: Position;
}

/** Somebody else wrote first. Read again and decide again. */
export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} has ${actual} events, not ${expected}`);
    this.name = 'VersionConflict';
  }
}

/** A part we depend on does not answer now; the caller may try again later. */
export class Unavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
  }
}

/** `traceCase` of `traceCase-0198…`. */
export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}

/** `0198…` of `traceCase-0198…`. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
