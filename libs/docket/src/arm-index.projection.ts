import { type DomainEvent, idOf, type Projection, type RecordedEvent, type View } from '@vestigo/kernel';
import { anchorOf, anchorsIn, beginsCertain, mirrored } from './doubtful-keys';

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

/**
 * Search keys of the arms of a desk's matters. A row without a key is of an arm whose number cannot be read. Looked up for each request that
 * is sent: every way in has an index, so that a desk of a million matters finds its few as quickly as one of a hundred.
 */
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
        other TEXT NOT NULL, certain INTEGER NOT NULL, day TEXT NOT NULL, anchor TEXT NOT NULL,
        mirror TEXT NOT NULL, PRIMARY KEY (desk, key, make, id, item)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_doubtful ON ${name} (desk, anchor) WHERE certain = 0;
      CREATE INDEX ${name}_mirrored ON ${name} (desk, mirror);
      CREATE INDEX ${name}_by_day ON ${name} (desk, day, make);`,
    categories: [category],
    project(events, rows) {
      for (const { event, stream } of events) {
        if (!event.clock) continue;
        for (const { item, keys, make, day } of subject.armsIn(event)) {
          const written = keys.length > 0 ? keys : [{ text: '', certain: true }];
          for (const { text, certain } of written) {
            const [own, asked] = [event.clock[desk], event.clock[other]];
            const found = [Number(certain), day, certain ? '' : anchorOf(text), mirrored(text)];
            const values = [own, text, make, idOf(stream), item, asked, ...found];
            rows.run(`INSERT OR IGNORE INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...values);
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
  const matter = (through: string, condition: string) =>
    `SELECT id FROM ${name} ${through}
     WHERE desk = ?1 AND (make = ?2 OR make = '' OR ?2 = '') AND other <> ?3 AND ${condition}`;
  const found = (matters: readonly string[], ...values: readonly string[]) =>
    view
      .all<{ readonly id: string }>(
        `${matters.join(' UNION ')} ORDER BY id DESC LIMIT ${String(MOST_FOUND)}`,
        desk,
        make,
        notWith,
        day,
        ...values,
      )
      .map(({ id }) => id);
  // The indexes are named, since the primary key begins with the desk as well and would be walked whole.
  const sameDay = `?4 <> '' AND day = ?4`;
  if (keys.length === 0) return found([matter(`INDEXED BY ${name}_by_day`, sameDay)]);
  const unread = matter('', `${sameDay} AND key = ''`);
  const certainly = [
    matter('', 'key = ?5'),
    matter(
      `INDEXED BY ${name}_doubtful`,
      'certain = 0 AND anchor IN (SELECT value FROM json_each(?6)) AND ?5 GLOB key',
    ),
    unread,
  ];
  const perhaps = [matter('', `key GLOB ?5 AND key <> ''`), unread];
  const perhapsFromItsEnd = [
    matter(`INDEXED BY ${name}_mirrored`, `mirror GLOB ?5 AND mirror <> ''`),
    unread,
  ];
  const ids = keys.flatMap(({ text, certain }) => {
    if (certain) return found(certainly, text, JSON.stringify(anchorsIn(text)));
    return beginsCertain(text) ? found(perhaps, text) : found(perhapsFromItsEnd, mirrored(text));
  });
  return [...new Set(ids)].toSorted().reverse().slice(0, MOST_FOUND);
}
