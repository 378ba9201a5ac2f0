import { type DomainEvent, idOf, type Instant, type Projection, type RecordedEvent } from '@vestigo/kernel';

/** Which streams a desk's docket lists, and what their events mean for it. */
export interface DocketSubject<Status extends string, Event extends DomainEvent> {
  /** Also the name of the table. */
  readonly name: string;
  readonly category: string;
  /** Version of what `follow` gives beside kinds and statuses: the rules that due instants rest on. */
  readonly version?: string;
  /** The desk whose docket it is. */
  readonly desk: 'requestingState' | 'respondingState';
  /**
   * What is to be kept of a matter after one more event, as text without anything protected, and how it then stands; undefined
   * for an event that says nothing of this. `kept`: from the events before, those before it was on the docket too.
   */
  follow(kept: string | undefined, event: Event, recordedAt: Instant): Followed<Status> | undefined;
}

export interface Followed<Status extends string> {
  readonly kept: string;
  readonly status: Status;
  /** Puts the matter on the docket, or on it anew. */
  readonly entry?: Entry | undefined;
  /** Absent where the docket knows no clocks. */
  readonly due?: DocketDue | undefined;
}

/** When a matter falls due, by its clocks that run. */
export interface DocketDue {
  readonly acknowledge: Instant | null;
  readonly answer: Instant | null;
  /** The clock of the answer stands still while information is owed. */
  readonly suspended: boolean;
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
  /** Version of its stream, as far as this list has followed it. */
  readonly version: number;
  readonly due: DocketDue;
  /** Place in the order of what falls due next: an instant, then what is suspended, then what nothing is due of. */
  readonly dueOrder: number;
}

/** The list of a desk's tracing matters as a view. */
export function docket<Status extends string, Event extends DomainEvent>(
  subject: DocketSubject<Status, Event>,
): Projection<RecordedEvent<Event>> {
  const { name, category, version = '', desk } = subject;
  const keptName = `${name}_kept`;
  const isAsBefore = `${name}.draft = excluded.draft`;
  const enter = `
    INSERT INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0, ${String(NOTHING_DUE)}, 0)
    ON CONFLICT (id) DO UPDATE SET
      place = iif(${isAsBefore}, place, excluded.place), opened_at = iif(${isAsBefore}, opened_at, excluded.opened_at),
      requesting_state = excluded.requesting_state, responding_state = excluded.responding_state, desk = excluded.desk,
      status = excluded.status, priority = excluded.priority, imported = excluded.imported, draft = excluded.draft,
      changed_at = excluded.changed_at`;
  const update = `UPDATE ${name} SET status = ?, changed_at = ? WHERE id = ? AND status <> ?`;
  const date = `UPDATE ${name} SET due_acknowledge = ?1, due_answer = ?2, suspended = ?3, due_order = ?4
    WHERE id = ?5 AND (due_acknowledge IS NOT ?1 OR due_answer IS NOT ?2 OR suspended <> ?3)`;
  return {
    name,
    version: `5${version}`,
    tables: [name, keptName],
    schema: `
      CREATE TABLE ${name} (
        id TEXT PRIMARY KEY, place INTEGER NOT NULL, desk TEXT NOT NULL, requesting_state TEXT NOT NULL,
        responding_state TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, imported INTEGER NOT NULL,
        draft INTEGER NOT NULL, opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, due_acknowledge INTEGER,
        due_answer INTEGER, suspended INTEGER NOT NULL, due_order INTEGER NOT NULL,
        version INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_by_desk ON ${name} (desk, place);
      CREATE INDEX ${name}_by_place ON ${name} (place);
      CREATE INDEX ${name}_by_due ON ${name} (desk, due_order, -place);
      CREATE INDEX ${name}_by_status ON ${name} (desk, status, changed_at, id);
      CREATE TABLE ${keptName} (id TEXT PRIMARY KEY, kept TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
    categories: [category],
    project(events, rows) {
      const keptOf = new Map<string, string>();
      const versionOf = new Map<string, number>();
      for (const { event, stream, version: reached, position, recordedAt } of events) {
        const { occurredAt } = event;
        const id = idOf(stream);
        versionOf.set(id, reached);
        const kept =
          keptOf.get(id) ?? rows.get<{ kept: string }>(`SELECT kept FROM ${keptName} WHERE id = ?`, id)?.kept;
        const followed = subject.follow(kept, event, recordedAt);
        if (!followed) continue;
        keptOf.set(id, followed.kept);
        const { status, entry, due } = followed;
        if (entry) {
          const states = [entry[desk], entry.requestingState, entry.respondingState];
          const codes = [status, entry.priority, Number(entry.imported), Number(entry.isDraft)];
          rows.run(enter, id, position, ...states, ...codes, occurredAt, occurredAt);
        } else rows.run(update, status, occurredAt, id, status);
        if (due) {
          const { acknowledge, answer, suspended } = due;
          rows.run(date, acknowledge, answer, Number(suspended), dueOrderOf(due), id);
        }
      }
      for (const [id, kept] of keptOf) {
        rows.run(`INSERT OR REPLACE INTO ${keptName} VALUES (?, ?)`, id, kept);
      }
      for (const [id, reached] of versionOf) {
        rows.run(`UPDATE ${name} SET version = ? WHERE id = ?`, reached, id);
      }
    },
  };
}

/** After everything that falls due, and before that of which nothing does. */
export const SUSPENDED_DUE = Number.MAX_SAFE_INTEGER - 1;
export const NOTHING_DUE = Number.MAX_SAFE_INTEGER;

function dueOrderOf({ acknowledge, answer, suspended }: DocketDue): number {
  const next = Math.min(acknowledge ?? NOTHING_DUE, answer ?? NOTHING_DUE);
  return next === NOTHING_DUE && suspended ? SUSPENDED_DUE : next;
}
