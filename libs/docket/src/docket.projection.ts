import { type DomainEvent, idOf, type Instant, type Projection, type RecordedEvent } from '@vestigo/kernel';
import { type DocketRow, DocketTables, type Matter, touch } from './docket-rows';

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
  const { name, category, version = '' } = subject;
  const tables = new DocketTables(name);
  return {
    name,
    version: `5${version}`,
    tables: [name, `${name}_kept`],
    schema: tables.schema,
    categories: [category],
    project(events, rows) {
      const matters = new Map<string, Matter>();
      for (const recorded of events) {
        const id = idOf(recorded.stream);
        const matter = matters.get(id) ?? tables.read(rows, id, recorded.version);
        matters.set(id, matter);
        fold(subject, matter, recorded);
      }
      for (const [id, matter] of matters) tables.write(rows, id, matter);
    },
  };
}

function fold<Status extends string, Event extends DomainEvent>(
  { desk, follow }: DocketSubject<Status, Event>,
  matter: Matter,
  { event, version, position, recordedAt }: RecordedEvent<Event>,
): void {
  matter.version = version;
  touch(matter, 'version');
  const followed = follow(matter.kept, event, recordedAt);
  if (!followed) return;
  matter.kept = followed.kept;
  matter.keeps = true;
  const { status, entry, due } = followed;
  if (entry) {
    matter.row = entered(matter.row, { entry, status, desk: entry[desk], position, at: event.occurredAt });
    touch(matter, 'all');
  } else if (matter.row && matter.row.status !== status) {
    Object.assign(matter.row, { status, changedAt: event.occurredAt });
    touch(matter, 'standing');
  }
  if (due && matter.row && !isDue(matter.row, due)) {
    Object.assign(matter.row, dueColumns(due));
    touch(matter, 'standing');
  }
}

interface Entering {
  readonly entry: Entry;
  readonly status: string;
  readonly desk: string;
  readonly position: number;
  readonly at: Instant;
}

/** A draft that is written anew keeps its place; what is sent takes one among what was sent. */
function entered(row: DocketRow | undefined, { entry, status, desk, position, at }: Entering): DocketRow {
  const { requestingState, respondingState, priority } = entry;
  const [imported, draft] = [Number(entry.imported), Number(entry.isDraft)];
  const isAsBefore = row?.draft === draft;
  const { dueAcknowledge = null, dueAnswer = null, suspended = 0, dueOrder = NOTHING_DUE } = row ?? {};
  return {
    ...{ place: isAsBefore ? row.place : position, openedAt: isAsBefore ? row.openedAt : at, changedAt: at },
    ...{ desk, requestingState, respondingState, status, priority, imported, draft },
    ...{ dueAcknowledge, dueAnswer, suspended, dueOrder },
  };
}

const isDue = (row: DocketRow, { acknowledge, answer, suspended }: DocketDue) =>
  row.dueAcknowledge === acknowledge && row.dueAnswer === answer && row.suspended === Number(suspended);

const dueColumns = (due: DocketDue) => ({
  dueAcknowledge: due.acknowledge,
  dueAnswer: due.answer,
  suspended: Number(due.suspended),
  dueOrder: dueOrderOf(due),
});

/** After everything that falls due, and before that of which nothing does. */
export const SUSPENDED_DUE = Number.MAX_SAFE_INTEGER - 1;
export const NOTHING_DUE = Number.MAX_SAFE_INTEGER;

function dueOrderOf({ acknowledge, answer, suspended }: DocketDue): number {
  const next = Math.min(acknowledge ?? NOTHING_DUE, answer ?? NOTHING_DUE);
  return next === NOTHING_DUE && suspended ? SUSPENDED_DUE : next;
}
