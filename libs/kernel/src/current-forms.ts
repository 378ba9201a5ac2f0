import type { DomainEvent, NewEvent, RecordedEvent } from './event';
import { type Batch, categoryOf, type EventStore } from './event-store';

/** Leads a payload from one version of its form to the next; pure. */
export type Upcast = Step['upcast'];

/** A method, since its parameter is compared both ways: a context names the old form that its log holds. */
interface Step {
  upcast(data: unknown): unknown;
}

/** How the payloads in one category of streams have changed since the first of them was stored. */
export interface StreamForms {
  readonly category: string;
  /** Of each event type that has changed, the steps from version 1 on, in order. A type that is not here is at version 1. */
  readonly upcasts: ReadonlyMap<string, readonly Upcast[]>;
}

/** The version in which an event of this type is written now. */
export function currentVersion({ upcasts }: Pick<StreamForms, 'upcasts'>, type: string): number {
  return (upcasts.get(type)?.length ?? 0) + 1;
}

/** An event was written by software that is newer than this. */
export class UnknownForm extends Error {
  constructor({ stream, version, event, meta }: RecordedEvent, known: number) {
    super(
      `${event.type} (${stream}, version ${version}) is stored in form ${meta.schema ?? 1}, and the newest one known here is ${known}`,
    );
    this.name = 'UnknownForm';
  }
}

/**
 * The same log, whose readers see every payload in its current form and no `schema`, and whose writers need not say in which
 * version they write. Clock facts stand in every version as they were written: what is read without payload is not touched.
 * A read throws `UnknownForm` on what newer software wrote.
 */
export function withCurrentForms(store: EventStore, forms: readonly StreamForms[]): EventStore {
  const changed = new Map(forms.map((one) => [one.category, one]));
  const concerns = (categories: readonly string[] | undefined) =>
    categories?.some((category) => changed.has(category)) ?? changed.size > 0;
  const inBatch = <Event extends DomainEvent>({ events, through }: Batch<RecordedEvent<Event>>) => ({
    events: events.map((recorded) => {
      const its = changed.get(categoryOf(recorded.stream));
      return its ? inCurrentForm<Event>(recorded, its) : recorded;
    }),
    through,
  });
  return {
    append(stream, expected, events) {
      const its = changed.get(categoryOf(stream));
      return store.append(stream, expected, its ? events.map((event) => stamped(event, its)) : events);
    },
    async read<Event extends DomainEvent>(stream: string) {
      const recorded = await store.read<Event>(stream);
      const its = changed.get(categoryOf(stream));
      return its ? recorded.map((one) => inCurrentForm<Event>(one, its)) : recorded;
    },
    async readAll<Event extends DomainEvent>(query: Parameters<EventStore['readAll']>[0]) {
      const batch = await store.readAll<Event>(query);
      return concerns(query.categories) ? inBatch(batch) : batch;
    },
    follow<Event extends DomainEvent>(...[query, signal]: Parameters<EventStore['follow']>) {
      const batches = store.follow<Event>(query, signal);
      return concerns(query.categories) ? mapped(batches, inBatch<Event>) : batches;
    },
    readFacts: store.readFacts.bind(store),
    followFacts: store.followFacts.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
  };
}

/** An event as readers see it now. Throws `UnknownForm`. */
export function inCurrentForm<Event extends DomainEvent>(
  recorded: RecordedEvent,
  { upcasts }: StreamForms,
): RecordedEvent<Event> {
  const steps = upcasts.get(recorded.event.type) ?? none;
  const { schema = 1 } = recorded.meta;
  let form = recorded;
  for (let version = schema; version <= steps.length; version += 1) form = next(form, version, steps);
  if (!isCurrent<Event>(form, steps.length + 1)) throw new UnknownForm(recorded, steps.length + 1);
  if (form.meta.schema === undefined) return form;
  const { schema: _, ...meta } = form.meta;
  return { ...form, meta };
}

/** An event as it is written now: it says its version, unless that is 1. */
export function stamped(event: NewEvent, forms: StreamForms): NewEvent {
  const schema = currentVersion(forms, event.event.type);
  return schema === 1 ? event : { ...event, meta: { ...event.meta, schema } };
}

const none: readonly Upcast[] = [];

function next(recorded: RecordedEvent, version: number, steps: readonly Upcast[]): RecordedEvent {
  const upcast = steps[version - 1];
  if (!upcast) return recorded;
  const { event, meta } = recorded;
  return {
    ...recorded,
    event: { ...event, data: upcast(event.data) },
    meta: { ...meta, schema: version + 1 },
  };
}

/** In its current version an event has the form that its readers name. */
function isCurrent<Event extends DomainEvent>(
  recorded: RecordedEvent,
  version: number,
): recorded is RecordedEvent<Event> {
  return (recorded.meta.schema ?? 1) === version;
}

async function* mapped<From, To>(
  batches: AsyncIterable<From>,
  change: (batch: From) => To,
): AsyncGenerator<To, void> {
  for await (const batch of batches) yield change(batch);
}
