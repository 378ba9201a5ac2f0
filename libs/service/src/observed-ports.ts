import { type Attributes, SpanKind } from '@opentelemetry/api';
import {
  categoryOf,
  type EventStore,
  type Leadership,
  type Log,
  type Message,
  type Traced,
  traceFrom,
  type Transport,
  Unavailable,
  VersionConflict,
} from '@vestigo/kernel';
import type { Measures } from './measures';
import { observerOf, type Telemetry } from './telemetry';
import type { SpanOf, Tracing } from './tracing';

/** The parts of a service that are watched at work. */
export interface Observable {
  readonly log: Log;
  readonly transport: Transport;
  readonly leadership: Leadership;
}

/** The same parts, whose work is timed, counted and traced. `system`: what carries messages, as OpenTelemetry names it. */
export function observed(parts: Observable, telemetry: Telemetry, system: string): Observable {
  const { measures } = telemetry;
  return {
    log: {
      ...parts.log,
      store: observedStore(parts.log.store, telemetry),
      observer: observerOf(telemetry),
    },
    transport: observedTransport(parts.transport, telemetry, system),
    leadership: observedLeadership(parts.leadership, measures),
  };
}

export function observedStore(
  store: EventStore,
  { measures, tracing }: Pick<Telemetry, 'measures' | 'tracing'>,
): EventStore {
  const timed: EventStore['append'] = async (stream, expected, events) => {
    const started = performance.now();
    let result = 'ok';
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      result = resultOf(error);
      throw error;
    } finally {
      measures.appends.inc({ result });
      measures.appendSeconds.observe((performance.now() - started) / 1000);
    }
  };
  const traced: EventStore['append'] = (stream, expected, events) => {
    const attributes = { 'vestigo.category': categoryOf(stream), 'vestigo.events': events.length };
    const span = { name: 'append', kind: SpanKind.CLIENT, attributes };
    const append = () => timed(stream, expected, events);
    return tracing?.within(span, events[0]?.meta ?? {}, append) ?? append();
  };
  return {
    append: tracing ? traced : timed,
    read: store.read.bind(store),
    readAll: store.readAll.bind(store),
    readFacts: store.readFacts.bind(store),
    follow: store.follow.bind(store),
    followFacts: store.followFacts.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
  };
}

function resultOf(error: unknown): string {
  if (error instanceof VersionConflict) return 'conflict';
  return error instanceof Unavailable ? 'unavailable' : 'failed';
}

export function observedTransport(
  transport: Transport,
  { measures, tracing }: Pick<Telemetry, 'measures' | 'tracing'>,
  system: string,
): Transport {
  const { messagesPublished, messagesReceived, deliveryFailures } = measures;
  return {
    async publish(channel, messages) {
      const family = familyOf([channel]);
      const span = delivery('send', 'publish', family, system);
      const publish = () => transport.publish(channel, messages);
      try {
        await (tracing ? withSpans(tracing, span, SpanKind.PRODUCER, messages, publish) : publish());
        messagesPublished.inc({ family }, messages.length);
      } catch (error) {
        deliveryFailures.inc({ family, way: 'out' });
        throw error;
      }
    },
    consume(channels, group, receive, signal) {
      const family = familyOf(channels);
      const attributes = { 'messaging.consumer.group.name': group };
      const span = delivery('process', 'receive', family, system, attributes);
      const taken = async (batch: readonly Message[]) => {
        const take = () => receive(batch);
        try {
          await (tracing ? withSpans(tracing, span, SpanKind.CONSUMER, batch, take) : take());
          messagesReceived.inc({ family }, batch.length);
        } catch (error) {
          deliveryFailures.inc({ family, way: 'in' });
          throw error;
        }
      };
      return transport.consume(channels, group, taken, signal);
    },
    backlog: transport.backlog.bind(transport),
    close: transport.close.bind(transport),
  };
}

/** `tracing-requests` for the letter boxes `tracing-requests.JAM` and `tracing-requests.USA`. */
function familyOf(channels: readonly string[]): string {
  return [...new Set(channels.map((channel) => channel.split('.', 1).join('')))].join(' ');
}

/** Names and attributes by the semantic conventions of OpenTelemetry for messaging. */
function delivery(
  operation: string,
  name: string,
  family: string,
  system: string,
  more: Attributes = {},
): Omit<SpanOf, 'kind'> {
  return {
    name: `${name} ${family}`,
    attributes: {
      'messaging.system': system,
      'messaging.operation.type': operation,
      'messaging.operation.name': name,
      'messaging.destination.template': family,
      ...more,
    },
  };
}

/** A batch holds messages of many traces: each trace gets a span of its own for the work on all of them. */
async function withSpans(
  tracing: Tracing,
  { name, attributes }: Omit<SpanOf, 'kind'>,
  kind: SpanKind,
  batch: readonly Message[],
  work: () => Promise<void>,
): Promise<void> {
  const spans = batch.flatMap(({ id, body }) => {
    const parent = traceIn(body);
    if (parent.traceparent === undefined) return [];
    const own = { ...attributes, 'messaging.message.id': id, 'messaging.batch.message_count': batch.length };
    return [tracing.begin({ name, kind, attributes: own }, parent)];
  });
  const end = (failure?: string) => {
    for (const span of spans) span.end({}, failure);
  };
  try {
    await work();
    end();
  } catch (error) {
    end(error instanceof Error ? error.name : '_OTHER');
    throw error;
  }
}

/** The extension for distributed tracing of CloudEvents. */
function traceIn(body: string): Traced {
  try {
    const event: unknown = JSON.parse(body);
    const named = typeof event === 'object' && event !== null && 'traceparent' in event;
    return named ? traceFrom(event.traceparent) : {};
  } catch {
    return {};
  }
}

export function observedLeadership(
  leadership: Leadership,
  { leaseHeld }: Pick<Measures, 'leaseHeld'>,
): Leadership {
  return {
    lead(task, work, signal) {
      leaseHeld.set({ task }, 0);
      const led: typeof work = async (term) => {
        leaseHeld.set({ task }, 1);
        try {
          await work(term);
        } finally {
          leaseHeld.set({ task }, 0);
        }
      };
      return leadership.lead(task, led, signal);
    },
    reached: (task) => leadership.reached(task),
  };
}
