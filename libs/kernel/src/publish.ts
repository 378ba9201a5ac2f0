import type { DomainEvent, RecordedEvent } from './event';
import type { EventStore } from './event-store';
import type { View, ViewDefinition } from './read-store';
import type { Message, Transport } from './transport';

/** Which events of the log leave the house, on which channel and as what. */
export interface Outbound<Event extends DomainEvent> {
  readonly name: string;
  readonly categories: readonly string[];
  readonly channel: string;
  messageOf(recorded: RecordedEvent<Event>): Message | undefined;
}

/** A view without rows: it remembers how far the log has been published. */
export function outboundView({ name }: Pick<Outbound<never>, 'name'>): ViewDefinition {
  return { name: `outbound:${name}`, version: '1', tables: [], schema: '' };
}

/**
 * The log is the outbox: publishes what was appended, in order, then moves the checkpoint. Stopped in between, it
 * publishes the same messages again, under the same ids.
 */
export async function keepPublishing<Event extends DomainEvent>(
  store: EventStore,
  transport: Transport,
  view: View,
  { categories, channel, messageOf }: Outbound<Event>,
  signal: AbortSignal,
): Promise<void> {
  let after = view.checkpoint();
  for await (const { events, through } of store.follow<Event>({ after, categories }, signal)) {
    const messages = events.flatMap((recorded) => messageOf(recorded) ?? []);
    if (messages.length > 0) await transport.publish(channel, messages);
    view.advance(after, through, () => undefined);
    after = through;
  }
}
