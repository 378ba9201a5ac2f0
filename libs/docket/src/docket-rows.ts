import type { Instant, Rows, WritableRows } from '@vestigo/kernel';

/** What a table of a docket holds of one matter. */
export interface DocketRow {
  place: number;
  desk: string;
  requestingState: string;
  respondingState: string;
  status: string;
  priority: string;
  imported: number;
  draft: number;
  openedAt: Instant;
  changedAt: Instant;
  dueAcknowledge: Instant | null;
  dueAnswer: Instant | null;
  suspended: number;
  dueOrder: number;
}

/** How much of a row is new, from least to most. `standing`: status and due instants. */
const CHANGES = ['nothing', 'version', 'standing', 'all'] as const;
type Change = (typeof CHANGES)[number];

/** A matter while a batch is folded: what was kept of it, its row once it is on the docket, and how much of the row is new. */
export interface Matter {
  kept: string | undefined;
  row: DocketRow | undefined;
  version: number;
  changed: Change;
  keeps: boolean;
}

/** Notes that so much of a matter has to be written. */
export function touch(matter: Matter, change: Change): void {
  if (CHANGES.indexOf(change) > CHANGES.indexOf(matter.changed)) matter.changed = change;
}

type Stored = { readonly kept: string } & (DocketRow | { readonly place: null });

const isOnDocket = (stored: Stored | undefined): stored is Stored & DocketRow =>
  stored !== undefined && stored.place !== null;

/** Reads and writes the tables of one docket. A row is written once for a batch, and no index is touched whose columns stay. */
export class DocketTables {
  readonly schema: string;
  readonly #read: string;
  readonly #enter: string;
  readonly #move: string;
  readonly #count: string;
  readonly #keep: string;

  constructor(readonly name: string) {
    this.schema = `
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
      CREATE TABLE ${name}_kept (id TEXT PRIMARY KEY, kept TEXT NOT NULL) STRICT, WITHOUT ROWID;`;
    this.#read = `SELECT kept, place, desk, requesting_state AS requestingState, responding_state AS respondingState, status,
      priority, imported, draft, opened_at AS openedAt, changed_at AS changedAt, due_acknowledge AS dueAcknowledge,
      due_answer AS dueAnswer, suspended, due_order AS dueOrder
      FROM ${name}_kept LEFT JOIN ${name} USING (id) WHERE id = ?`;
    this.#enter = `INSERT OR REPLACE INTO ${name} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    this.#move = `UPDATE ${name} SET status = ?, changed_at = ?, due_acknowledge = ?, due_answer = ?, suspended = ?, due_order = ?,
      version = ? WHERE id = ?`;
    this.#count = `UPDATE ${name} SET version = ? WHERE id = ?`;
    this.#keep = `INSERT OR REPLACE INTO ${name}_kept VALUES (?, ?)`;
  }

  /** `version`: of the first event that is folded; nothing was kept before a stream began. */
  read(rows: Rows, id: string, version: number): Matter {
    const stored = version === 1 ? undefined : rows.get<Stored>(this.#read, id);
    const row = isOnDocket(stored) ? { ...stored } : undefined;
    return { kept: stored?.kept, row, version, changed: 'nothing', keeps: false };
  }

  write(rows: WritableRows, id: string, { kept, row, version, changed, keeps }: Matter): void {
    if (keeps && kept !== undefined) rows.run(this.#keep, id, kept);
    if (!row || changed === 'nothing') return;
    const { status, changedAt, dueAcknowledge, dueAnswer, suspended, dueOrder } = row;
    const due = [dueAcknowledge, dueAnswer, suspended, dueOrder];
    if (changed === 'version') rows.run(this.#count, version, id);
    else if (changed === 'standing') rows.run(this.#move, status, changedAt, ...due, version, id);
    else {
      const { place, desk, requestingState, respondingState, priority, imported, draft, openedAt } = row;
      const entered = [place, desk, requestingState, respondingState, status, priority, imported, draft];
      rows.run(this.#enter, id, ...entered, openedAt, changedAt, ...due, version);
    }
  }
}
