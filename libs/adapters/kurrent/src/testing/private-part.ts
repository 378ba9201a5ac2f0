import { randomUUID } from 'node:crypto';
import type { Appended, Batch, EventStore, LogQuery, Position } from '@vestigo/kernel';

/** A part of a log that others write to as well: streams with a mark of its own, events from `origin` on. */
export interface Part {
  readonly mark: string;
  readonly origin: Position;
}

export async function partOf(store: EventStore): Promise<Part> {
  return { mark: `-~${randomUUID()}`, origin: await store.head() };
}

/**
 * The store as if the part were all there is. Every call reaches the store itself: only names of streams get the mark behind
 * them, and position 0 stands for the origin. Nobody else may append meanwhile, since the head is that of the whole log.
 */
export function privatePart(store: EventStore, { mark, origin }: Part): EventStore {
  const inside = (stream: string) => `${stream}${mark}`;
  const outside = <Named extends { readonly stream: string }>(event: Named): Named => ({
    ...event,
    stream: event.stream.slice(0, -mark.length),
  });
  const from = (position: Position) => Math.max(position, origin);
  const to = (position: Position) => (position <= origin ? 0 : position);
  const queryOf = (query: LogQuery): LogQuery => ({ ...query, after: from(query.after) });
  const batchOf = <Named extends { readonly stream: string }>({
    events,
    through,
  }: Batch<Named>): Batch<Named> => ({
    events: events.filter(({ stream }) => stream.endsWith(mark)).map(outside),
    through: to(through),
  });
  async function* batchesOf<Named extends { readonly stream: string }>(batches: AsyncIterable<Batch<Named>>) {
    for await (const batch of batches) yield batchOf(batch);
  }
  return {
    append: (stream, expected, events): Promise<Appended> =>
      store.append(inside(stream), expected, events).catch(renamed),
    read: async (stream) => (await store.read(inside(stream))).map(outside) as never,
    readAll: async (query) => batchOf(await store.readAll(queryOf(query))) as never,
    readFacts: async (query) => batchOf(await store.readFacts(queryOf(query))),
    follow: (query, signal) => batchesOf(store.follow(queryOf(query), signal)) as never,
    followFacts: (query, signal) => batchesOf(store.followFacts(queryOf(query), signal)),
    head: async () => to(await store.head()),
    close: () => store.close(),
  };

  function renamed(error: unknown): never {
    throw error instanceof Error && 'stream' in error && typeof error.stream === 'string'
      ? Object.assign(error, { stream: error.stream.slice(0, -mark.length) })
      : error;
  }
}
