import {
  type EventData,
  type EventStoreDBClient,
  StreamNotFoundError,
  TimeoutError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type Appended,
  type Batch,
  categoryOf,
  type DomainEvent,
  type EventStore,
  type LogQuery,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type RecordedFact,
  Unavailable,
  VersionConflict,
} from '@vestigo/kernel';
import { connect, type Connections, type KurrentEventStoreOptions } from './connection';
import { batchOf, type Feed, follow } from './follow';
import { arrived, LogReader } from './log-reader';
import { positionOf, revisionOf, versionOf } from './revision';
import { anyEvent, type Entry, entryOf, factOf, type Pick, serialise } from './stored-event';
import { Tail } from './tail';
import { onLeader, portError } from './trouble';

const eventsAPage = 512;
const factsAPage = 2048;

/** Events kept of a brief stream: with the one before the last, a repeat of the last append is still known as one. */
const keptOfBrief = 2;

/**
 * The log in a KurrentDB (EventStoreDB) server or cluster, 23.10 or later: earlier ones do not say when a subscription has
 * caught up. An append may hold as much as the server takes (`MaxAppendSize`: before 25.1 one MiB unless configured).
 */
export function openKurrentEventStore(options: KurrentEventStoreOptions): EventStore {
  return new KurrentEventStore(connect(options), options.brief);
}

class KurrentEventStore implements EventStore {
  readonly #clients: readonly EventStoreDBClient[];
  readonly #leader: EventStoreDBClient;
  readonly #log: LogReader;
  readonly #feed: Feed;
  readonly #closing = new AbortController();
  readonly #appending = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  constructor(
    { leader, feed }: Connections,
    private readonly brief: readonly string[] = [],
  ) {
    this.#clients = [...new Set([leader, feed])];
    this.#leader = leader;
    this.#log = new LogReader(leader, true);
    const log = leader === feed ? this.#log : new LogReader(feed, false);
    this.#feed = { client: feed, log, tail: new Tail(feed, log, this.#closing.signal) };
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    if (stream.startsWith('$')) throw new RangeError(`${stream} is a stream of the server's own`);
    const proposed = events.map(serialise);
    return this.#available(async () => {
      const appending = this.#append(stream, expected, proposed);
      this.#appending.add(appending);
      try {
        return await appending;
      } finally {
        this.#appending.delete(appending);
      }
    });
  }

  read<Event extends DomainEvent>(stream: string): Promise<readonly RecordedEvent<Event>[]> {
    return this.#available(async () => {
      const entries = await this.#stream(stream);
      return entries.flatMap((entry) => anyEvent<Event>(entry) ?? []);
    });
  }

  readAll<Event extends DomainEvent>(query: LogQuery): Promise<Batch<RecordedEvent<Event>>> {
    return this.#page({ limit: eventsAPage, ...query }, anyEvent<Event>);
  }

  readFacts(query: LogQuery): Promise<Batch<RecordedFact>> {
    return this.#page({ limit: factsAPage, ...query }, factOf);
  }

  follow<Event extends DomainEvent>(
    query: LogQuery,
    signal: AbortSignal,
  ): AsyncIterable<Batch<RecordedEvent<Event>>> {
    return follow(
      this.#feed,
      { limit: eventsAPage, ...query },
      anyEvent<Event>,
      signal,
      this.#closing.signal,
    );
  }

  followFacts(query: LogQuery, signal: AbortSignal): AsyncIterable<Batch<RecordedFact>> {
    return follow(this.#feed, { limit: factsAPage, ...query }, factOf, signal, this.#closing.signal);
  }

  head(): Promise<Position> {
    return this.#available(() => onLeader(() => this.#log.head(this.#closing.signal)));
  }

  /** Appends under way are answered first. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort(new Unavailable('the log is closed'));
    await Promise.allSettled(this.#appending);
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }

  async #append(stream: string, expected: number, proposed: readonly EventData[]): Promise<Appended> {
    const options = { expectedRevision: revisionOf(expected), requiresLeader: true };
    if (expected === 0 && this.brief.includes(categoryOf(stream))) await this.#keepBrief(stream);
    try {
      const { position } = await onLeader(() => this.#leader.appendToStream(stream, [...proposed], options));
      if (position) return { version: expected + proposed.length, position: positionOf(position) };
    } catch (error) {
      // A repeat that comes before the first is replicated is dropped by the server, and times out there.
      if (!(error instanceof WrongExpectedVersionError || error instanceof TimeoutError)) throw error;
      const stored = await this.#stored(stream, expected, proposed);
      if (stored) return stored;
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const { actualVersion } = error;
      throw new VersionConflict(
        stream,
        expected,
        typeof actualVersion === 'bigint' ? versionOf(actualVersion) : 0,
      );
    }
    const stored = await this.#stored(stream, expected, proposed);
    if (!stored) throw new Unavailable('the event store does not show what it says it has written');
    return stored;
  }

  /** Before the first event, so that no stream grows because a process died in between; done twice, it is done. */
  async #keepBrief(stream: string): Promise<void> {
    const options = { requiresLeader: true };
    await onLeader(() => this.#leader.setStreamMetadata(stream, { maxCount: keptOfBrief }, options));
  }

  /** The answer of the first time when exactly these events stand right after `expected`. */
  async #stored(
    stream: string,
    expected: number,
    proposed: readonly EventData[],
  ): Promise<Appended | undefined> {
    const there = await this.#stream(stream, expected, proposed.length);
    const last = there.at(-1);
    const same =
      there.length === proposed.length &&
      there.every(({ event }, index) => event?.id === proposed[index]?.id);
    return last && same ? { version: expected + proposed.length, position: last.position } : undefined;
  }

  /** Events after the first `after`, at most `maxCount`. */
  async #stream(stream: string, after = 0, maxCount = Number.MAX_SAFE_INTEGER): Promise<readonly Entry[]> {
    const options = { fromRevision: BigInt(after), maxCount, requiresLeader: true };
    try {
      const { signal } = this.#closing;
      const records = await onLeader(() => arrived(this.#leader.readStream(stream, options), signal));
      return records.flatMap((record) => entryOf(record) ?? []);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  #page<Event>(query: LogQuery & { readonly limit: number }, pick: Pick<Event>): Promise<Batch<Event>> {
    return this.#available(async () => {
      const { after, limit, categories } = query;
      const { signal } = this.#closing;
      const entries = await onLeader(() => this.#log.page(after, limit, signal));
      return batchOf(entries, entries.at(-1)?.position ?? after, categories, pick);
    });
  }

  async #available<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing.signal.aborted) throw new Unavailable('the log is closed');
    try {
      return await work();
    } catch (error) {
      throw portError(error);
    }
  }
}
