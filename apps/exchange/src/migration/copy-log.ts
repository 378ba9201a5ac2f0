import { type EventStore, type Position, type RecordedEvent, VersionConflict } from '@vestigo/kernel';
import { CannotMigrate } from './cannot-migrate';
import { eventsOf, patiently } from './read-log';
import { LEASES, type Placed, type Transcript } from './transcript';

export interface Copying {
  readonly source: EventStore;
  readonly target: EventStore;
  /** A new one: it counts. */
  readonly transcript: Transcript;
  /** Told of each event of the source. */
  readonly looked?: () => void;
}

export interface Copied {
  /** Events that stood in the target before. */
  readonly there: number;
  readonly appended: number;
  /** Of the last event of the source that was looked at; 0 when there is none. */
  readonly seen: Position;
  /** The last event of the target. */
  readonly last: Pick<RecordedEvent, 'id' | 'position' | 'recordedAt'> | undefined;
}

/**
 * Copies a log, one append after the other: each event is durable before the next is sent. So what stands in the target is the
 * beginning of what shall stand there, whenever the copying was cut short, and the target itself says where to go on. Several
 * copyings of one source lead to what one leads to. Throws `CannotMigrate` when the target holds anything else.
 */
export async function copyLog({ source, target, transcript, looked }: Copying): Promise<Copied> {
  const existing = eventsOf(target, { except: LEASES });
  let [there, appended, seen, ended]: [number, number, Position, boolean] = [0, 0, 0, false];
  let last: Copied['last'];
  for await (const recorded of eventsOf(source)) {
    seen = recorded.position;
    for (const wanted of transcript(recorded)) {
      const found = ended ? undefined : (await existing.next()).value;
      if (found) {
        if (!isSame(found, wanted)) throw otherHistory(found);
        there += 1;
        last = found;
      } else {
        ended = true;
        last = await append(target, wanted, recorded.recordedAt);
        appended += 1;
      }
    }
    looked?.();
  }
  const more = ended ? undefined : (await existing.next()).value;
  if (more) throw otherHistory(more);
  return { there, appended, seen, last };
}

async function append(
  target: EventStore,
  { stream, version, event }: Placed,
  recordedAt: number,
): Promise<NonNullable<Copied['last']>> {
  try {
    const { position } = await patiently(() => target.append(stream, version - 1, [event]));
    return { id: event.id, position, recordedAt };
  } catch (error) {
    if (error instanceof VersionConflict) throw otherHistory({ stream, version });
    throw error;
  }
}

function isSame({ stream, version, id }: RecordedEvent, wanted: Placed): boolean {
  return stream === wanted.stream && version === wanted.version && id === wanted.event.id;
}

const otherHistory = ({ stream, version }: Pick<RecordedEvent, 'stream' | 'version'>) =>
  new CannotMigrate(
    `The target holds events that do not come from this log: ${stream}, version ${version}. Nothing in it is written over; migrate into an empty one.`,
  );
