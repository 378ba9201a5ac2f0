import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type ReadPosition,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type { Position } from '@vestigo/kernel';
import { placeOf, positionOf } from './revision';
import { type Entry, entryOf, isOfServer } from './stored-event';

/** Records a call brings at most while looking for the head; the first look is small, since most often it is enough. */
const firstLook = 16;
const nextLooks = 1000;

/** Reads the log of all streams from the nodes of one client. */
export class LogReader {
  /** The last event known, and how far behind it all is known to be the server's own. */
  #head: Position = 0;
  #looked: Position = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly requiresLeader: boolean,
  ) {}

  /** At most `limit` events after `after`, fewer only at the end; the server's own are not counted. */
  async page(after: Position, limit: number, signal: AbortSignal): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    let from = placeOf(after);
    for (;;) {
      // A read begins with the record at `from` itself.
      const maxCount = limit - entries.length + 1;
      const { requiresLeader } = this;
      const records = await arrived(
        this.client.readAll({ fromPosition: from, maxCount, requiresLeader }),
        signal,
      );
      for (const record of records) {
        const entry = entryOf(record);
        if (!entry || entry.position <= (entries.at(-1)?.position ?? after)) continue;
        entries.push(entry);
        if (entries.length === limit) return entries;
      }
      const last = records.at(-1)?.event?.position;
      if (records.length < maxCount || !last || isSame(last, from)) return entries;
      from = last;
    }
  }

  /** The position of the last event that is not the server's own; 0 when there is none. */
  async head(signal: AbortSignal): Promise<Position> {
    let from: ReadPosition = END;
    let newest: Position | undefined;
    for (let maxCount = firstLook; ; maxCount = nextLooks) {
      const { requiresLeader } = this;
      const reading = this.client.readAll({
        direction: BACKWARDS,
        fromPosition: from,
        maxCount,
        requiresLeader,
      });
      const records: readonly AllStreamResolvedEvent[] = await arrived(reading, signal);
      for (const { event } of records) {
        if (!event) continue;
        const position = positionOf(event.position);
        newest ??= position;
        if (position <= this.#looked) return this.#know(this.#head, newest);
        if (!isOfServer(event)) return this.#know(position, newest);
      }
      const last = records.at(-1)?.event?.position;
      if (records.length < maxCount || !last) return this.#know(this.#head, newest ?? 0);
      from = last;
    }
  }

  #know(head: Position, looked: Position): Position {
    if (head > this.#head) this.#head = head;
    if (looked > this.#looked) this.#looked = looked;
    return this.#head;
  }
}

function isSame(place: { readonly commit: bigint; readonly prepare: bigint }, other: ReadPosition): boolean {
  return typeof other === 'object' && place.commit === other.commit && place.prepare === other.prepare;
}

/** Everything a read brings. Rejects with its error, or with the reason of `signal`. */
export function arrived<Record extends AllStreamResolvedEvent | ResolvedEvent>(
  reading: StreamingRead<Record>,
  signal: AbortSignal,
): Promise<readonly Record[]> {
  return new Promise((resolve, reject) => {
    const records: Record[] = [];
    const stop = () => {
      reject(signal.reason as Error);
      // It may not even have begun: then there is nothing to cancel.
      reading.cancel().catch(() => undefined);
    };
    const release = () => {
      signal.removeEventListener('abort', stop);
    };
    reading
      .on('data', (record: Record) => {
        records.push(record);
      })
      .on('error', (error) => {
        release();
        reject(error);
      })
      .on('end', () => {
        release();
        resolve(records);
      });
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}
