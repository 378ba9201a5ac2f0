import {
  categoryOf,
  type ClockFacts,
  type DomainEvent,
  type EventMetadata,
  type RecordedEvent,
  type RecordedFact,
} from '@vestigo/kernel';

const clockColumns = 'request_id, requesting, responding, code, imported';
export const factColumns = `position, stream, type, occurred_at, recorded_at, ${clockColumns}`;
export const eventColumns = `${factColumns}, version, id, meta, data`;

/** Columns in the order of `factColumns`, read by index: a million times a rebuild. */
type Row<RequestId> = readonly [
  position: number,
  stream: string,
  type: string,
  occurredAt: number,
  recordedAt: number,
  requestId: RequestId,
  requestingState: string,
  respondingState: string,
  code: string,
  imported: number,
];
export type FactRow = Row<string>;
export type EventRow = readonly [
  ...Row<string | null>,
  version: number,
  id: string,
  meta: string,
  data: string,
];

export function recordedOf(row: EventRow): RecordedEvent {
  return {
    id: row[11],
    stream: row[1],
    version: row[10],
    position: row[0],
    recordedAt: row[4],
    event: { type: row[2], occurredAt: row[3], clock: clockOf(row), data: JSON.parse(row[13]) as unknown },
    meta: JSON.parse(row[12]) as EventMetadata,
  };
}

function clockOf(row: EventRow): ClockFacts | null {
  const requestId = row[5];
  if (requestId === null) return null;
  return {
    requestId,
    requestingState: row[6],
    respondingState: row[7],
    code: row[8],
    imported: row[9] === 1,
  };
}

export function factOf(row: FactRow): RecordedFact {
  return {
    requestId: row[5],
    requestingState: row[6],
    respondingState: row[7],
    code: row[8],
    imported: row[9] === 1,
    type: row[2],
    stream: row[1],
    position: row[0],
    occurredAt: row[3],
    recordedAt: row[4],
  };
}

/** An event as it was read, parsed when it is first wanted: whoever is given it shares it. */
export class StoredEvent {
  readonly category: string;
  /** UTF-16 units of its payload. */
  readonly length: number;
  #parsed: RecordedEvent | undefined;

  constructor(private readonly row: EventRow) {
    this.category = categoryOf(row[1]);
    this.length = row[13].length;
  }

  recorded<Event extends DomainEvent>(): RecordedEvent<Event> {
    this.#parsed ??= recordedOf(this.row);
    return this.#parsed as RecordedEvent<Event>;
  }
}
