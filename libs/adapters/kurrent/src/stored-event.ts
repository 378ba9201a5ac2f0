import type {
  AllStreamRecordedEvent,
  AllStreamResolvedEvent,
  EventData,
  JSONType,
  ResolvedEvent,
} from '@eventstore/db-client';
import {
  categoryOf,
  type ClockFacts,
  type DomainEvent,
  type EventMetadata,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type RecordedFact,
} from '@vestigo/kernel';
import { positionOf, versionOf } from './revision';

/** What stands in an event's metadata. The names with a dollar sign are those that the server's own projections know. */
type StoredMetadata = {
  readonly vestigo: 1;
  readonly occurredAt: number;
  readonly clock: ClockFacts | null;
  readonly meta: Omit<EventMetadata, 'correlationId' | 'causationId'>;
  readonly $correlationId: string;
  readonly $causationId: string;
  /** Only of an event that came dated. */
  readonly recordedAt?: number;
};

/** An event that is not the server's own. */
export interface Entry {
  readonly position: Position;
  readonly category: string;
  /** Undefined when another application wrote it. */
  readonly event: RecordedEvent | undefined;
}

/**
 * A copy as of now: the client turns it into text only later. Throws on a payload that JSON cannot hold, and on what would
 * never be seen again: a type that begins as the server's own do.
 */
export function serialise({ id, event, meta, recordedAt }: NewEvent): EventData {
  const { type, occurredAt, clock, data } = event;
  if (type.startsWith('$')) throw new RangeError(`${type} is a type of the server's own events`);
  if (!Number.isSafeInteger(occurredAt)) throw new RangeError(`${occurredAt} is no instant`);
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) throw new TypeError(`the payload of ${type} is nothing that JSON can hold`);
  const { correlationId, causationId, ...others } = meta;
  const metadata: StoredMetadata = {
    vestigo: 1,
    occurredAt,
    clock: clock && { ...clock },
    meta: others,
    $correlationId: correlationId,
    $causationId: causationId,
    ...(recordedAt !== undefined && { recordedAt }),
  };
  return { id, type, contentType: 'application/json', data: JSON.parse(text) as JSONType, metadata };
}

/** Undefined for the server's own events: statistics, metadata of streams, links. */
export function entryOf({ event }: AllStreamResolvedEvent | ResolvedEvent): Entry | undefined {
  if (!event?.position || isOfServer(event)) return undefined;
  const { streamId: stream, position } = event;
  return {
    position: positionOf(position),
    category: categoryOf(stream),
    event: recorded(event as AllStreamRecordedEvent),
  };
}

export function isOfServer({
  streamId,
  type,
}: {
  readonly streamId: string;
  readonly type: string;
}): boolean {
  return streamId.startsWith('$') || type.startsWith('$');
}

/**
 * `recordedAt` is the leader's clock at the write. It is the same for every reader and on every rebuild, so it is not mended
 * here, unless the event came with a date of its own: that it never runs backwards rests on clocks of the cluster that are slewed, not stepped.
 */
function recorded(event: AllStreamRecordedEvent): RecordedEvent | undefined {
  if (!isStored(event.metadata)) return undefined;
  const { occurredAt, clock, meta, $correlationId, $causationId, recordedAt } = event.metadata;
  return {
    id: event.id,
    event: { type: event.type, occurredAt, clock, data: event.data },
    meta: { ...meta, correlationId: $correlationId, causationId: $causationId },
    stream: event.streamId,
    version: versionOf(event.revision),
    position: positionOf(event.position),
    recordedAt: recordedAt ?? event.created.getTime(),
  };
}

function isStored(metadata: unknown): metadata is StoredMetadata {
  return typeof metadata === 'object' && metadata !== null && 'vestigo' in metadata && metadata.vestigo === 1;
}

/** What a reader makes of an entry; undefined when it is not for him. */
export type Pick<Event> = (entry: Entry) => Event | undefined;

export function anyEvent<Event extends DomainEvent>({ event }: Entry): RecordedEvent<Event> | undefined {
  return event as RecordedEvent<Event> | undefined;
}

export function factOf({ event: recorded }: Entry): RecordedFact | undefined {
  if (!recorded?.event.clock) return undefined;
  const { event, stream, position, recordedAt } = recorded;
  return {
    ...recorded.event.clock,
    type: event.type,
    stream,
    position,
    occurredAt: event.occurredAt,
    recordedAt,
  };
}
