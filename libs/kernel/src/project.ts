import type { DomainEvent, RecordedEvent, RecordedFact } from './event';
import type { Batch, EventStore, LogQuery } from './event-store';
import type { View, ViewDefinition, WritableRows } from './read-store';

/** A read model: its tables and how events become rows. `project` skips events it does not know. */
export interface Projection<Event> extends ViewDefinition {
  readonly categories?: readonly string[];
  project(events: readonly Event[], rows: WritableRows): void;
}

/** Keeps a view up to date with the log, payload included, until `signal` aborts. */
export async function keepProjecting<Event extends DomainEvent>(
  store: EventStore,
  view: View,
  projection: Projection<RecordedEvent<Event>>,
  signal: AbortSignal,
): Promise<void> {
  await keep(view, projection, (query) => store.follow<Event>(query, signal));
}

/** Keeps a view that needs only clock facts up to date; protected content never reaches it. */
export async function keepProjectingFacts(
  store: EventStore,
  view: View,
  projection: Projection<RecordedFact>,
  signal: AbortSignal,
): Promise<void> {
  await keep(view, projection, (query) => store.followFacts(query, signal));
}

async function keep<Event>(
  view: View,
  { categories, project }: Projection<Event>,
  batches: (query: LogQuery) => AsyncIterable<Batch<Event>>,
): Promise<void> {
  let after = view.checkpoint();
  for await (const { events, through } of batches({ after, ...(categories && { categories }) })) {
    view.advance(after, through, (rows) => {
      project(events, rows);
    });
    after = through;
  }
}
