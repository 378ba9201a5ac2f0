import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentVersion, inCurrentForm, type StreamForms } from '../current-forms';
import type { Decider } from '../decider';
import type { DomainEvent, RecordedEvent } from '../event';
import { sampleMeta } from './sample-events';

/**
 * The events of one kind of stream, and a folder with a file `<Type>.v<version>.json` for each version of each. Beside it stand others of the same
 * version, `<Type>.v<version>.<what it is>.json`: one that was written before an optional field was added, or of another kind.
 */
export interface GoldenEvents<State, Event extends DomainEvent> {
  readonly folder: string;
  readonly decider: Pick<Decider<State, never, Event>, 'category' | 'initial' | 'evolve'>;
  readonly forms: Pick<StreamForms, 'upcasts'>;
  /** Every type of the union: the compiler sees to it. */
  readonly types: Readonly<Record<Event['type'], true>>;
  /** What stands first in a stream with an event of this type; the event itself when absent. */
  readonly opening?: (type: string) => Event['type'];
  /** Events as they are written now. */
  readonly written: readonly Event[];
}

/** What is wrong with the golden files, in sentences; nothing when every event that was ever stored can still be read. */
export function goldenFaults<State, Event extends DomainEvent>(
  golden: GoldenEvents<State, Event>,
): readonly string[] {
  const { folder, forms, types, written } = golden;
  const versions = Object.keys(types).flatMap((type) =>
    Array.from({ length: currentVersion(forms, type) }, (_, index) => ({ type, version: index + 1 })),
  );
  const there = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const wanted = versions.map(({ type, version }) => nameOf(type, version));
  const missing = wanted.filter((name) => !there.includes(name));
  const unknown = there.filter((name) => !wanted.includes(plainName(name)));
  return [
    ...missing.map((name) => `${name} is missing`),
    ...unknown.map((name) => `${name} is of no event that is known here`),
    ...versions
      .filter(({ type, version }) => !missing.includes(nameOf(type, version)))
      .flatMap(({ type, version }) =>
        namesOf(folder, type, version).flatMap((name) => faultsOf(golden, type, version, name)),
      ),
    ...written.flatMap((event) => differences(golden, event, `${event.type} as it is written now`)),
  ];
}

/** A golden file as readers of the log see it now. */
export function readGolden<Event extends DomainEvent>(
  { folder, decider, forms }: Pick<GoldenEvents<unknown, Event>, 'folder' | 'forms'> & Categorised,
  type: string,
  version: number,
  name = nameOf(type, version),
): Event {
  const event = eventIn(folder, name);
  const recorded: RecordedEvent = {
    ...{ id: '01980000-0000-7000-8000-00000000c0de', stream: `${decider.category}-1` },
    ...{ version: 1, position: 1, recordedAt: event.occurredAt, event },
    meta: version === 1 ? sampleMeta : { ...sampleMeta, schema: version },
  };
  return inCurrentForm<Event>(recorded, { category: decider.category, ...forms }).event;
}

interface Categorised {
  readonly decider: { readonly category: string };
}

const nameOf = (type: string, version: number) => `${type}.v${version}.json`;

/** Of a file that stands beside another, the name of that one. */
const plainName = (name: string) => name.replace(/^(\w+\.v\d+)\.[\w-]+(?=\.json$)/, '$1');

const namesOf = (folder: string, type: string, version: number) =>
  readdirSync(folder).filter((name) => plainName(name) === nameOf(type, version));

const eventIn = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as DomainEvent;

function faultsOf<State, Event extends DomainEvent>(
  golden: GoldenEvents<State, Event>,
  type: string,
  version: number,
  name: string,
): readonly string[] {
  const { decider, opening } = golden;
  try {
    const held = eventIn(golden.folder, name).type;
    if (held !== type) return [`${name} holds ${held}`];
    const event = readGolden<Event>(golden, type, version, name);
    const first = opening?.(type) ?? type;
    const before = first === type ? [] : [readGolden<Event>(golden, first, 1)];
    [...before, event].reduce<State>(decider.evolve, decider.initial);
    return differences(golden, event, name);
  } catch (error) {
    return [`${name} cannot be read: ${String(error)}`];
  }
}

/** A field that no golden file of the newest version has: its form has changed without a new version. */
function differences(
  { folder, forms }: Pick<GoldenEvents<unknown, DomainEvent>, 'folder' | 'forms'>,
  { type, data }: DomainEvent,
  what: string,
): readonly string[] {
  const name = nameOf(type, currentVersion(forms, type));
  const newest = namesOf(folder, type, currentVersion(forms, type));
  if (!newest.includes(name)) return [`${what} has no ${name} to be held against`];
  const known = new Set(newest.flatMap((one) => [...formOf(eventIn(folder, one).data)]));
  return [...formOf(data)]
    .filter((field) => !known.has(field))
    .map((field) => `${what} has ${field}, unlike ${name}`);
}

/** The form of a payload: the place and the kind of each of its values. */
function formOf(value: unknown, place = ''): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...formOf(one, `${place}[]`)]));
  if (typeof value !== 'object' || value === null)
    return new Set([`${place}: ${value === null ? 'null' : typeof value}`]);
  return new Set(
    Object.entries(value).flatMap(([key, part]) => [...formOf(part, place === '' ? key : `${place}.${key}`)]),
  );
}
