import type { Traced } from './trace-context';

/** An instant in milliseconds since 1970-01-01T00:00:00Z (UTC, no leap seconds). */
export type Instant = number;

/**
 * What clocks and rates need to know of an event, and nothing else. It is kept beside the payload, in plain
 * columns, so that oversight counts without opening a protected field.
 */
export interface ClockFacts {
  /** The tracing request that the event is about (a UUID). */
  readonly requestId: string;
  /** ISO 3166-1 alpha-3. */
  readonly requestingState: string;
  /** ISO 3166-1 alpha-3. */
  readonly respondingState: string;
  /** Short text whose meaning depends on the event type: an outcome class, a ground, a clock basis. */
  readonly code: string;
  /** True for history taken over from elsewhere: its clocks ran before the exchange could witness them. */
  readonly imported: boolean;
}

/** A fact as a decider states it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  /** When it happened according to the desk that says so. */
  readonly occurredAt: Instant;
  readonly clock: ClockFacts | null;
  readonly data: Data;
}

/** Who did it, for which State and in which role; set at the edge, never guessed from context. */
export interface EventMetadata extends Traced {
  readonly actor: string;
  /** ISO 3166-1 alpha-3, or null for an actor that belongs to no State. */
  readonly state: string | null;
  readonly role: string;
  /** The first command or message of the conversation. */
  readonly correlationId: string;
  /** The command or message that led to this event at once. */
  readonly causationId: string;
  /** Digest of the command body when it came with an idempotency key. */
  readonly fingerprint?: string;
  /** Version of the payload's form, 1 when absent. Stands in a store only: `withCurrentForms` writes and reads it. */
  readonly schema?: number;
}

/** An event ready to be appended. `id` is a UUID; an append repeated with the same ids is one append. */
export interface NewEvent<Event extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly event: Event;
  readonly meta: EventMetadata;
  /** When another log took it in, for an event that is reported or copied from there; else the log dates it by its clock. */
  readonly recordedAt?: Instant;
}

/** An event as the log holds it. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> extends NewEvent<Event> {
  readonly stream: string;
  /** 1 for the first event of its stream. */
  readonly version: number;
  /** Place in the global order: grows, may leave gaps. */
  readonly position: Position;
  /** When the log took it in, never smaller than that of an earlier position; when it came dated, that date. */
  readonly recordedAt: Instant;
}

/** The same event without payload and metadata: what `followFacts` yields. */
export interface RecordedFact extends ClockFacts {
  readonly type: string;
  readonly stream: string;
  readonly position: Position;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** Place in the global order of the log; 0 is before the first event. */
export type Position = number;
