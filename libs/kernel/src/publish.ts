import type { DomainEvent, RecordedEvent } from './event';
import type { EventStore } from './event-store';
import type { Term } from './leadership';
import type { Message, Transport } from './transport';

/** Which events of the log leave the house, to whom and as what. */
export interface Outbound<Event extends DomainEvent> {
  readonly name: string;
  readonly categories: readonly string[];
  letterOf(recorded: RecordedEvent<Event>): Letter | undefined;
}

/** A message and where it goes. */
export interface Letter {
  readonly channel: string;
  readonly message: Message;
}

/** Name of the task of publishing, for `Leadership`. */
export const publishing = ({ name }: Pick<Outbound<never>, 'name'>): string => `outbound:${name}`;

/**
 * The log is the outbox: publishes what was appended, in order for each channel, and then notes how far it has come. Stopped in
 * between, it publishes the same messages again, under the same ids.
 */
export async function keepPublishing<Event extends DomainEvent>(
  store: EventStore,
  transport: Transport,
  { categories, letterOf }: Outbound<Event>,
  { from, signal, reach, holds }: Term,
): Promise<void> {
  for await (const { events, through } of store.follow<Event>({ after: from, categories }, signal)) {
    if (!holds()) return;
    const letters = events.flatMap((recorded) => letterOf(recorded) ?? []);
    const channels = Map.groupBy(letters, ({ channel }) => channel);
    await Promise.all(
      [...channels].map(([channel, sent]) =>
        transport.publish(
          channel,
          sent.map(({ message }) => message),
        ),
      ),
    );
    await reach(through);
  }
}
