import { type DomainEvent, idOf, type Projection, type RecordedEvent, type View } from '@vestigo/kernel';

/** Which streams speak of arms, and what an arm is looked up by. */
export interface ArmIndexSubject<Event extends DomainEvent> {
  /** Also the name of the table. */
  readonly name: string;
  readonly category: string;
  /** The desk that the index is of: it finds its own matters alone. */
  readonly desk: 'requestingState' | 'respondingState';
  /** Version of what `armsIn` gives. */
  readonly version: string;
  armsIn(event: Event): readonly IndexedArm[];
}

/** An arm as it can be looked up. */
export interface IndexedArm {
  /** Number of the item. */
  readonly item: number;
  /** Search keys of its serial numbers; `?` and `[48]` in one that is not certain stand for what may be read there. */
  readonly keys: readonly { readonly text: string; readonly certain: boolean }[];
  /** Canonical reference of the make; '' when there is none. */
  readonly make: string;
  /** Day of recovery, ISO 8601 date; '' when it is not known. */
  readonly day: string;
}

/** Search keys of the arms of a desk's matters. A row without a key is of an arm whose number cannot be read. */
export function armIndex<Event extends DomainEvent>(
  subject: ArmIndexSubject<Event>,
): Projection<RecordedEvent<Event>> {
  const { name, category, desk, version } = subject;
  const other = desk === 'respondingState' ? 'requestingState' : 'respondingState';
  return {
    name,
    version,
    tables: [name],
    schema: `
      CREATE TABLE ${name} (
        desk TEXT NOT NULL, key TEXT NOT NULL, make TEXT NOT NULL, id TEXT NOT NULL, item INTEGER NOT NULL,
        other TEXT NOT NULL, certain INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (desk, key, make, id, item)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_doubtful ON ${name} (desk) WHERE certain = 0;
      CREATE INDEX ${name}_by_day ON ${name} (desk, day, make);`,
    categories: [category],
    project(events, rows) {
      for (const { event, stream } of events) {
        if (!event.clock) continue;
        for (const { item, keys, make, day } of subject.armsIn(event)) {
          const written = keys.length > 0 ? keys : [{ text: '', certain: true }];
          for (const { text, certain } of written) {
            const states = [event.clock[desk], event.clock[other]] as const;
            const values = [states[0], text, make, idOf(stream), item, states[1], Number(certain), day];
            rows.run(`INSERT OR IGNORE INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, ...values);
          }
        }
      }
    },
  };
}

/** The most matters that one look-up gives, the latest first. */
export const MOST_FOUND = 50;

/**
 * Ids of a desk's matters that may speak of this arm: of the same key, or of a doubtful one that can be read so; without a key, of the same
 * day. None with the State `notWith`.
 */
export function mattersWithArm(
  view: View,
  { name }: Pick<ArmIndexSubject<never>, 'name'>,
  desk: string,
  { keys, make, day }: Omit<IndexedArm, 'item'>,
  notWith = '',
): readonly string[] {
  const ofMake = `(make = ?2 OR make = '' OR ?2 = '')`;
  const found = (condition: string, value: string) =>
    view
      .all<{ readonly id: string }>(
        `SELECT DISTINCT id FROM ${name} WHERE desk = ?1 AND other <> ?4 AND ${ofMake} AND ${condition} ORDER BY id DESC LIMIT ${String(MOST_FOUND)}`,
        desk,
        make,
        value,
        notWith,
      )
      .map(({ id }) => id);
  const ids = keys.flatMap(({ text, certain }) => [
    ...found('key = ?3', text),
    ...found(certain ? 'certain = 0 AND ?3 GLOB key' : `key GLOB ?3 AND key <> ''`, text),
  ]);
  const sameDay = day === '' ? [] : found(keys.length > 0 ? `day = ?3 AND key = ''` : 'day = ?3', day);
  return [...new Set([...ids, ...sameDay])].toSorted().reverse().slice(0, MOST_FOUND);
}
