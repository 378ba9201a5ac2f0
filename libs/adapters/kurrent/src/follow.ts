import type { EventStoreDBClient } from '@eventstore/db-client';
import { type Batch, type LogQuery, type Position, Unavailable } from '@vestigo/kernel';
import { caughtUp } from './catch-up';
import type { LogReader } from './log-reader';
import { Backoff } from './rest';
import type { Entry, Pick } from './stored-event';
import type { Tail } from './tail';
import { portError } from './trouble';

/** Where followers are fed from; all of it from the same nodes. */
export interface Feed {
  readonly client: EventStoreDBClient;
  readonly log: LogReader;
  readonly tail: Tail;
}

/** What this reader makes of events that were looked at. */
export function batchOf<Event>(
  entries: readonly Entry[],
  through: Position,
  categories: readonly string[] | undefined,
  pick: Pick<Event>,
): Batch<Event> {
  const events: Event[] = [];
  for (const entry of entries) {
    if (categories && !categories.includes(entry.category)) continue;
    const event = pick(entry);
    if (event !== undefined) events.push(event);
  }
  return { events, through };
}

/**
 * A subscription of its own while far behind, filtered by the server; then the tail that all followers share. A connection
 * that drops is made again behind the last event given, so none is missed and none comes twice.
 */
export async function* follow<Event>(
  { client, log, tail }: Feed,
  query: LogQuery & { readonly limit: number },
  pick: Pick<Event>,
  signal: AbortSignal,
  closing: AbortSignal,
): AsyncGenerator<Batch<Event>, void> {
  const { categories, limit } = query;
  const stop = AbortSignal.any([signal, closing]);
  const leave = tail.join();
  const backoff = new Backoff();
  let after = query.after;
  try {
    while (!signal.aborted) {
      if (closing.aborted) throw new Unavailable('the log is closed');
      if (tail.covers(after)) {
        const entries = tail.page(after, limit);
        const through = entries.at(-1)?.position;
        if (through === undefined) {
          await tail.wait(stop);
        } else {
          yield batchOf(entries, through, categories, pick);
          after = through;
        }
      } else if (tail.through === undefined) {
        await tail.wait(stop);
      } else {
        try {
          for await (const batch of behind({ client, log, tail }, { ...query, after }, pick, stop)) {
            yield batch;
            after = batch.through;
            backoff.reset();
            if (tail.covers(after)) break;
          }
        } catch (error) {
          if (stop.aborted) continue;
          const named = portError(error);
          if (!(named instanceof Unavailable)) throw named;
        }
        if (!tail.covers(after)) await backoff.rest(stop);
      }
    }
  } finally {
    leave();
  }
}

/** From far behind to the tail, or to the end of what the node has. */
async function* behind<Event>(
  { client, log, tail }: Feed,
  query: LogQuery & { readonly limit: number },
  pick: Pick<Event>,
  stop: AbortSignal,
): AsyncGenerator<Batch<Event>, void> {
  const { categories, limit } = query;
  let after = query.after;
  for await (const steps of caughtUp(client, query, stop)) {
    const entries = steps.flatMap(({ entry }) => entry ?? []);
    // A checkpoint may stand on an event of the server's own behind the last of ours: that would be further than the head.
    const known = tail.through ?? 0;
    const through = steps.findLast(({ entry, position }) => entry ?? position <= known)?.position;
    if (through === undefined || through <= after) continue;
    after = through;
    yield batchOf(entries, through, categories, pick);
  }
  // The last checkpoint is not the end: events of other categories may follow it.
  while (!stop.aborted && !tail.covers(after)) {
    const entries = await log.page(after, limit, stop);
    const through = entries.at(-1)?.position;
    if (through === undefined) return;
    after = through;
    yield batchOf(entries, through, categories, pick);
  }
}
