import { type DomainEvent, idOf, type Projection, type RecordedEvent, type View } from '@vestigo/kernel';

/** Which streams a desk's docket lists, and what their events mean for it. */
export interface DocketSubject<Status extends string, Event extends DomainEvent> {
  /** Also the name of the table. */
  readonly name: string;
  readonly category: string;
  /** The desk whose docket it is. */
  readonly desk: 'requestingState' | 'respondingState';
  /**
   * What is to be kept of a matter after one more event, as text without anything protected, and how it then stands; undefined
   * for an event that says nothing of this. `kept`: from the events before, those before it was on the docket too.
   */
  follow(kept: string | undefined, event: Event): Followed<Status> | undefined;
}

export interface Followed<Status extends string> {
  readonly kept: string;
  readonly status: Status;
  /** Puts the matter on the docket, or on it anew. */
  readonly entry?: Entry | undefined;
}

/** How a matter shows, but for its status. */
export interface Entry {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly priority: string;
  readonly imported: boolean;
  /** It is being written: shown to those alone who ask for drafts. What is sent takes its place among what was sent. */
  readonly isDraft: boolean;
}

/** One line: parties, codes and instants (milliseconds UTC); nothing protected. */
export interface DocketLine<Status extends string> {
  readonly id: string;
  /** Place in the log: lists run from the highest to the lowest. */
  readonly place: number;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly status: Status;
  readonly priority: string;
  readonly imported: boolean;
  readonly isDraft: boolean;
  /** Of a draft, when it was begun. */
  readonly openedAt: number;
  readonly changedAt: number;
}

export interface DocketQuery<Status extends string> {
  /** Only the docket of this State; all when null. */
  readonly state: string | null;
  readonly status?: Status | undefined;
  /** Drafts as well. */
  readonly drafts?: boolean;
  /** Only lines before this place. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The list of a desk's tracing matters as a view. */
export function docket<Status extends string, Event extends DomainEvent>(
  subject: DocketSubject<Status, Event>,
): Projection<RecordedEvent<Event>> {
  const { name, category, desk } = subject;
  const keptName = `${name}_kept`;
  const isAsBefore = `${name}.draft = excluded.draft`;
  const enter = `
    INSERT INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      place = iif(${isAsBefore}, place, excluded.place), opened_at = iif(${isAsBefore}, opened_at, excluded.opened_at),
      requesting_state = excluded.requesting_state, responding_state = excluded.responding_state, desk = excluded.desk,
      status = excluded.status, priority = excluded.priority, imported = excluded.imported, draft = excluded.draft,
      changed_at = excluded.changed_at`;
  const update = `UPDATE ${name} SET status = ?, changed_at = ? WHERE id = ? AND status <> ?`;
  return {
    name,
    version: '4',
    tables: [name, keptName],
    schema: `
      CREATE TABLE ${name} (
        id TEXT PRIMARY KEY, place INTEGER NOT NULL, desk TEXT NOT NULL, requesting_state TEXT NOT NULL,
        responding_state TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, imported INTEGER NOT NULL,
        draft INTEGER NOT NULL, opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_by_desk ON ${name} (desk, place);
      CREATE INDEX ${name}_by_place ON ${name} (place);
      CREATE INDEX ${name}_by_status ON ${name} (desk, status, changed_at, id);
      CREATE TABLE ${keptName} (id TEXT PRIMARY KEY, kept TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
    categories: [category],
    project(events, rows) {
      const keptOf = new Map<string, string>();
      for (const { event, stream, position } of events) {
        const { occurredAt } = event;
        const id = idOf(stream);
        const kept =
          keptOf.get(id) ?? rows.get<{ kept: string }>(`SELECT kept FROM ${keptName} WHERE id = ?`, id)?.kept;
        const followed = subject.follow(kept, event);
        if (!followed) continue;
        keptOf.set(id, followed.kept);
        const { status, entry } = followed;
        if (!entry) {
          rows.run(update, status, occurredAt, id, status);
          continue;
        }
        const states = [entry[desk], entry.requestingState, entry.respondingState];
        const codes = [status, entry.priority, Number(entry.imported), Number(entry.isDraft)];
        rows.run(enter, id, position, ...states, ...codes, occurredAt, occurredAt);
      }
      for (const [id, kept] of keptOf) {
        rows.run(`INSERT OR REPLACE INTO ${keptName} VALUES (?, ?)`, id, kept);
      }
    },
  };
}

/** Lines of a docket, newest first. */
export function linesOf<Status extends string>(
  view: View,
  { name }: Pick<DocketSubject<Status, never>, 'name'>,
  { state, status, drafts = false, before, limit }: DocketQuery<Status>,
): readonly DocketLine<Status>[] {
  const conditions = [
    'place < ?',
    ...(drafts ? [] : ['draft = 0']),
    ...(state === null ? [] : ['desk = ?']),
    ...(status === undefined ? [] : ['status = ?']),
  ];
  const rows = view.all<Row<Status>>(
    `SELECT id, place, requesting_state, responding_state, status, priority, imported, draft, opened_at, changed_at
     FROM ${name} WHERE ${conditions.join(' AND ')} ORDER BY place DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    ...(state === null ? [] : [state]),
    ...(status === undefined ? [] : [status]),
    limit,
  );
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    requestingState: row.requesting_state,
    respondingState: row.responding_state,
    status: row.status,
    priority: row.priority,
    imported: row.imported === 1,
    isDraft: row.draft === 1,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
  }));
}

interface Row<Status> {
  readonly id: string;
  readonly place: number;
  readonly requesting_state: string;
  readonly responding_state: string;
  readonly status: Status;
  readonly priority: string;
  readonly imported: number;
  readonly draft: number;
  readonly opened_at: number;
  readonly changed_at: number;
}
