import { createHash } from 'node:crypto';
import { categoryOf, type EventStore, type RecordedEvent } from '@vestigo/kernel';
import { Count } from '../operator/log-census';
import type { Finding } from './finding';
import { eventsOf } from './read-log';
import { DERIVED, LEASES, type Placed, type Transcript } from './transcript';

export interface Compared {
  readonly source: EventStore;
  readonly target: EventStore;
  /** Makes a new one: it counts. */
  readonly transcript: () => Transcript;
}

/** Reads both logs to their ends and holds what stands in the target against what should, every byte of it. */
export async function compareLogs(logs: Compared): Promise<readonly Finding[]> {
  const isDerived = (stream: string) => DERIVED.includes(categoryOf(stream));
  return [
    await compareStreams('Log', logs, (stream) => !isDerived(stream)),
    await compareStreams('Derived streams', logs, isDerived),
  ];
}

async function compareStreams(
  what: string,
  { source, target, transcript }: Compared,
  isMeant: (stream: string) => boolean,
): Promise<Finding> {
  const [left, right] = [new Tally(), new Tally()];
  let first: string | undefined;
  const compare = (wanted: RecordedEvent | undefined, found: RecordedEvent | undefined) => {
    const one = left.add(wanted);
    const place = wanted ?? found;
    if (one !== right.add(found) && place) first ??= `${place.stream}, version ${String(place.version)}`;
  };
  const existing = meant(eventsOf(target, { except: LEASES }), isMeant);
  for await (const wanted of meant(transcribed(source, transcript()), isMeant)) {
    compare(wanted, (await existing.next()).value ?? undefined);
  }
  for await (const found of existing) compare(undefined, found);
  return { what, source: left.text(), target: right.text(), first };
}

async function* transcribed(source: EventStore, transcript: Transcript): AsyncGenerator<RecordedEvent, void> {
  for await (const recorded of eventsOf(source)) {
    for (const wanted of transcript(recorded)) yield asRecorded(wanted, recorded);
  }
}

async function* meant(
  events: AsyncGenerator<RecordedEvent, void>,
  isMeant: (stream: string) => boolean,
): AsyncGenerator<RecordedEvent, void> {
  for await (const event of events) if (isMeant(event.stream)) yield event;
}

function asRecorded(
  { stream, version, event }: Placed,
  { recordedAt, position }: RecordedEvent,
): RecordedEvent {
  return { recordedAt, ...event, stream, version, position };
}

/** Counts and digests of one side. */
class Tally {
  readonly #count = new Count();
  readonly #contents = createHash('sha256');

  /** Answers with the content of the event. */
  add(event: RecordedEvent | undefined): string | undefined {
    if (!event) return undefined;
    const content = contentOf(event);
    this.#count.add(event);
    this.#contents.update(`${content}\n`);
    return content;
  }

  text(): string {
    const { events, streams, digest } = this.#count.taken();
    const content = this.#contents.digest('hex');
    return `${String(events)} events in ${String(streams)} streams, places and ids ${digest}, content ${content}`;
  }
}

/** All of an event but its position; stores keep the fields of metadata in an order of their own. */
function contentOf({ stream, version, id, recordedAt, event, meta }: RecordedEvent): string {
  const { type, occurredAt, clock, data } = event;
  return JSON.stringify([
    ...[stream, version, id, type, occurredAt, recordedAt],
    clock && [clock.requestId, clock.requestingState, clock.respondingState, clock.code, clock.imported],
    Object.entries(meta).sort(([one], [other]) => (one < other ? -1 : 1)),
    data,
  ]);
}
