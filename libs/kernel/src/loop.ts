import type { DomainEvent, Position, RecordedEvent, RecordedFact } from './event';
import type { EventStore } from './event-store';
import { countBehind } from './behind';
import { keepProjecting, keepProjectingFacts, type Projection } from './project';
import type { Leadership } from './leadership';
import { keepPublishing, type Outbound, publishing } from './publish';
import type { View } from './read-store';
import type { Message, Transport } from './transport';

/** Work that goes on beside the edge: projections, publishers, consumers, watches. Safe to run again after any failure. */
export interface Loop {
  readonly name: string;
  /** Resolves when `signal` aborts; rejects when a part it depends on fails. */
  run(signal: AbortSignal): Promise<void>;
  /** How much is still before it: events or messages that concern it; 0 when it has caught up. Counted when few, else estimated. */
  behind(): Promise<number>;
  /** True when desks read what it keeps: as long as it is late, they would be shown what is no longer so. */
  readonly keepsView?: boolean;
  /** How far its view has come, whichever thread it runs in; absent where it keeps none. */
  reached?(): Position;
}

export function projectionLoop<Event extends DomainEvent>(
  store: EventStore,
  view: View,
  projection: Projection<RecordedEvent<Event>>,
): Loop {
  return {
    name: projection.name,
    run: (signal) => keepProjecting(store, view, projection, signal),
    behind: () =>
      countBehind(store, (query) => store.readAll(query), view.checkpoint(), projection.categories),
    keepsView: true,
    reached: () => view.checkpoint(),
  };
}

export function factLoop(store: EventStore, view: View, projection: Projection<RecordedFact>): Loop {
  return {
    name: projection.name,
    run: (signal) => keepProjectingFacts(store, view, projection, signal),
    behind: () =>
      countBehind(store, (query) => store.readFacts(query), view.checkpoint(), projection.categories),
    keepsView: true,
    reached: () => view.checkpoint(),
  };
}

export function publisherLoop<Event extends DomainEvent>(
  store: EventStore,
  leadership: Leadership,
  transport: Transport,
  outbound: Outbound<Event>,
): Loop {
  const task = publishing(outbound);
  return {
    name: `publish ${outbound.name}`,
    run: (signal) =>
      leadership.lead(task, (term) => keepPublishing(store, transport, outbound, term), signal),
    behind: async () =>
      countBehind(
        store,
        (query) => store.readAll(query),
        await leadership.reached(task),
        outbound.categories,
      ),
  };
}

export function consumerLoop(
  transport: Transport,
  channels: readonly string[],
  group: string,
  receive: (batch: readonly Message[]) => Promise<void>,
): Loop {
  return {
    name: `consume ${group}`,
    run: (signal) => transport.consume(channels, group, receive, signal),
    behind: () => transport.backlog(channels, group),
  };
}
