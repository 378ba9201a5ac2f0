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
  /** The event that puts a matter on the docket. */
  readonly opens: string;
  /**
   * What is to be kept of a matter after one more event, as text without anything protected, and the status it then has; undefined
   * for an event that says nothing of this. `kept`: from the events before, those before the opening one too.
   */
  follow(kept: string | undefined, event: Event, recordedAt: Instant): Followed<Status> | undefined;
  priorityOf(event: Event): string;
}

export interface Followed<Status extends string> {
  readonly kept: string;
  readonly status: Status;
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
  readonly due: DocketDue;
  /** Place in the order of what falls due next: an instant, then what is suspended, then what nothing is due of. */
  readonly dueOrder: number;
}

/** The list of a desk's tracing matters as a view. */
export function docket<Status extends string, Event extends DomainEvent>(
  subject: DocketSubject<Status, Event>,
): Projection<RecordedEvent<Event>> {
  const { name, category, version = '', desk, opens } = subject;
  const keptName = `${name}_kept`;
  const insert = `INSERT INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0, ${String(NOTHING_DUE)})`;
  const update = `UPDATE ${name} SET status = ?, changed_at = ? WHERE id = ? AND status <> ?`;
  const date = `UPDATE ${name} SET due_acknowledge = ?1, due_answer = ?2, suspended = ?3, due_order = ?4
    WHERE id = ?5 AND (due_acknowledge IS NOT ?1 OR due_answer IS NOT ?2 OR suspended <> ?3)`;
  return {
    name,
    version: `3${version}`,
    tables: [name, keptName],
    schema: `
      CREATE TABLE ${name} (
        id TEXT PRIMARY KEY, place INTEGER NOT NULL, desk TEXT NOT NULL, requesting_state TEXT NOT NULL,
        responding_state TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, imported INTEGER NOT NULL,
        opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, due_acknowledge INTEGER, due_answer INTEGER,
        suspended INTEGER NOT NULL, due_order INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${name}_by_desk ON ${name} (desk, place);
      CREATE INDEX ${name}_by_place ON ${name} (place);
      CREATE INDEX ${name}_by_due ON ${name} (desk, due_order, -place);
      CREATE TABLE ${keptName} (id TEXT PRIMARY KEY, kept TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
    categories: [category],
    project(events, rows) {
      const keptOf = new Map<string, string>();
      for (const { event, stream, position, recordedAt } of events) {
        const { type, occurredAt, clock } = event;
        const id = idOf(stream);
        const kept =
          keptOf.get(id) ?? rows.get<{ kept: string }>(`SELECT kept FROM ${keptName} WHERE id = ?`, id)?.kept;
        const followed = subject.follow(kept, event, recordedAt);
        if (!followed) continue;
        keptOf.set(id, followed.kept);
        if (type !== opens) {
          rows.run(update, followed.status, occurredAt, id, followed.status);
        } else if (clock) {
          const parties = [clock[desk], clock.requestingState, clock.respondingState];
          const codes = [followed.status, subject.priorityOf(event), Number(clock.imported)];
          rows.run(insert, id, position, ...parties, ...codes, occurredAt, occurredAt);
        }
        if (followed.due) {
          const { acknowledge, answer, suspended } = followed.due;
          rows.run(date, acknowledge, answer, Number(suspended), dueOrderOf(followed.due), id);
        }
      }
      for (const [id, kept] of keptOf) {
        rows.run(`INSERT OR REPLACE INTO ${keptName} VALUES (?, ?)`, id, kept);
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
