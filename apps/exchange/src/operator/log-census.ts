import { createHash } from 'node:crypto';
import type { Position, RecordedEvent } from '@vestigo/kernel';

/** What a log holds, in five figures: two logs of the same census hold the same events in the same order. */
export interface LogCensus {
  /** Position of the last event; 0 when there is none. */
  readonly head: Position;
  readonly events: number;
  readonly streams: number;
  /** SHA-256 over a line of JSON for each event in global order: `[stream,version,id]` and a newline. */
  readonly digest: string;
}

type Entry = Pick<RecordedEvent, 'stream' | 'version' | 'id' | 'position'>;

/** Counts the events of a log, given in global order. */
export function censusOf(entries: Iterable<Entry>): LogCensus {
  const count = new Count();
  for (const entry of entries) count.add(entry);
  return count.taken();
}

/** A census under way. */
export class Count {
  readonly #hash = createHash('sha256');
  #head: Position = 0;
  #events = 0;
  #streams = 0;

  /** To be given each event in global order. */
  add({ stream, version, id, position }: Entry): void {
    this.#hash.update(`${JSON.stringify([stream, version, id])}\n`);
    this.#head = position;
    this.#events += 1;
    if (version === 1) this.#streams += 1;
  }

  /** To be asked once, at the end. */
  taken(): LogCensus {
    return {
      head: this.#head,
      events: this.#events,
      streams: this.#streams,
      digest: this.#hash.digest('hex'),
    };
  }
}
