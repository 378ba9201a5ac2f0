import { type DomainEvent, idOf, type Projection, type RecordedEvent, type View } from '@vestigo/kernel';

/** Which streams a desk's docket lists, and what their events mean for it. */
export interface DocketSubject<Status extends string, Event extends DomainEvent> {
  /** Also the name of the table. */
  readonly name: string;
  readonly category: string;
  /** The desk whose docket it is. */
  readonly desk: 'requestingState' | 'respondingState';
  /** The event that puts a matter on the docket. */
  readonly opens: string;
  /**
   * What is to be kept of a matter after one more event, as text without anything protected, and the status it then has; undefined
   * for an event that says nothing of this. `kept`: from the events before, those before the opening one too.
   */
  follow(kept: string | undefined, event: Event): Followed<Status> | undefined;
  priorityOf(event: Event): string;
}

export interface Followed<Status extends string> {
  readonly kept: string;
  readonly status: Status;
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
  readonly openedAt: number;
  readonly changedAt: number;
}

export interface DocketQuery<Status extends string> {
  /** Only the docket of this State; all when null. */
  readonly state: string | null;
  readonly status?: Status | undefined;
  /** Only lines before this place. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The list of a desk's tracing matters as a view. */
export function docket<Status extends string, Event extends DomainEvent>(
  subject: DocketSubject<Status, Event>,
): Projection<RecordedEvent<Event>> {
  const { name, category, desk, opens } = subject;
  const keptName = `${name}_kept`;
  const insert = `INSERT INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const update = `UPDATE ${name} SET status = ?, changed_at = ? WHERE id = ? AND status <> ?`;
  return {
    name,
    version: '3',
    tables: [name, keptName],
    schema: `
      CREATE TABLE ${name} (
        id TEXT PRIMARY KEY, place INTEGER NOT NULL, desk TEXT NOT NULL, requesting_state TEXT NOT NULL,
        responding_state TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, imported INTEGER NOT NULL,
        opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_by_desk ON ${name} (desk, place);
      CREATE INDEX ${name}_by_place ON ${name} (place);
      CREATE INDEX ${name}_by_status ON ${name} (desk, status, changed_at, id);
      CREATE TABLE ${keptName} (id TEXT PRIMARY KEY, kept TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
    categories: [category],
    project(events, rows) {
      const keptOf = new Map<string, string>();
      for (const { event, stream, position } of events) {
        const { type, occurredAt, clock } = event;
        const id = idOf(stream);
        const kept =
          keptOf.get(id) ?? rows.get<{ kept: string }>(`SELECT kept FROM ${keptName} WHERE id = ?`, id)?.kept;
        const followed = subject.follow(kept, event);
        if (!followed) continue;
        keptOf.set(id, followed.kept);
        if (type !== opens) {
          rows.run(update, followed.status, occurredAt, id, followed.status);
        } else if (clock) {
          const parties = [clock[desk], clock.requestingState, clock.respondingState];
          const codes = [followed.status, subject.priorityOf(event), Number(clock.imported)];
          rows.run(insert, id, position, ...parties, ...codes, occurredAt, occurredAt);
        }
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
  { state, status, before, limit }: DocketQuery<Status>,
): readonly DocketLine<Status>[] {
  const rows = view.all<Row<Status>>(
    `SELECT id, place, requesting_state, responding_state, status, priority, imported, opened_at, changed_at
     FROM ${name} WHERE place < ? ${state === null ? '' : 'AND desk = ?'} ${status === undefined ? '' : 'AND status = ?'}
     ORDER BY place DESC LIMIT ?`,
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
  readonly opened_at: number;
  readonly changed_at: number;
}
