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
  const hash = createHash('sha256');
  let [head, events, streams] = [0, 0, 0];
  for (const { stream, version, id, position } of entries) {
    hash.update(`${JSON.stringify([stream, version, id])}\n`);
    head = position;
    events += 1;
    if (version === 1) streams += 1;
  }
  return { head, events, streams, digest: hash.digest('hex') };
}
