import type { DomainEvent, RecordedEvent, RecordedFact } from './event';
import type { Batch, EventStore, LogQuery } from './event-store';
import type { Rows, View, ViewDefinition, WritableRows } from './read-store';

/** A read model: its tables and how events become rows. `project` skips events it does not know. */
export interface Projection<Event> extends ViewDefinition {
  readonly categories?: readonly string[];
  project(events: readonly Event[], rows: WritableRows): void;
  /** Offered by a view whose rows are touched again and again: one gathering serves all batches of a follower. */
  gather?(rows: Rows): Gathering<Event>;
}

/** Rows under way between log and view: many batches are folded in memory, and a row that they touch is written once. */
export interface Gathering<Event> {
  /** How many rows wait to be written. */
  readonly waiting: number;
  add(events: readonly Event[]): void;
  /** Writes the rows that wait. */
  write(rows: WritableRows): void;
}

/** Of a view that is behind; about 100 ms of writing, for which other loops of the thread wait. */
const mostWaiting = 20_000;

/** Keeps a view up to date with the log, payload included, until `signal` aborts. */
export async function keepProjecting<Event extends DomainEvent>(
  store: EventStore,
  view: View,
  projection: Projection<RecordedEvent<Event>>,
  signal: AbortSignal,
): Promise<void> {
  await keep(store, view, projection, (query) => store.follow<Event>(query, signal));
}

/** Keeps a view that needs only clock facts up to date; protected content never reaches it. */
export async function keepProjectingFacts(
  store: Pick<EventStore, 'head' | 'followFacts'>,
  view: View,
  projection: Projection<RecordedFact>,
  signal: AbortSignal,
): Promise<void> {
  await keep(store, view, projection, (query) => store.followFacts(query, signal));
}

async function keep<Event>(
  store: Pick<EventStore, 'head'>,
  view: View,
  projection: Projection<Event>,
  batches: (query: LogQuery) => AsyncIterable<Batch<Event>>,
): Promise<void> {
  const { categories } = projection;
  let after = view.checkpoint();
  const gathering = projection.gather?.(view);
  let head = gathering ? await store.head() : after;
  for await (const { events, through } of batches({ after, ...(categories && { categories }) })) {
    gathering?.add(events);
    if (gathering && through < head && gathering.waiting < mostWaiting) continue;
    await view.advance(after, through, (rows) => {
      if (gathering) gathering.write(rows);
      else projection.project(events, rows);
    });
    after = through;
    if (gathering && after >= head) head = await store.head();
  }
}
