import { profilesFingerprint, type RegimeProfile } from '@vestigo/deadlines';
import type { Gathering, Projection, RecordedFact, Rows, WritableRows } from '@vestigo/kernel';
import { dueDatesOf, evolveClock, type RequestClock } from '@vestigo/oversight/domain';

/** A row as the view holds it: the two due instants are derived, and the view is folded anew when the profiles change. */
export interface ClockRow extends Omit<RequestClock, 'imported'> {
  readonly imported: number;
  readonly dueAcknowledge: number | null;
  readonly dueAnswer: number | null;
}

/** A clock runs while none of its stopping facts is known. */
export const ANSWER_RUNS = `dueAnswer IS NOT NULL AND answeredAt IS NULL AND refusedAt IS NULL AND withdrawnAt IS NULL`;
export const ACKNOWLEDGEMENT_RUNS = `dueAcknowledge IS NOT NULL AND acknowledgedAt IS NULL AND answeredAt IS NULL
  AND refusedAt IS NULL AND withdrawnAt IS NULL`;

/** A clock that may have fallen due unrecorded: nothing that stops it was recorded by the due instant. */
export const ANSWER_UNWATCHED = `imported = 0 AND answerFellDueAt IS NULL AND dueAnswer IS NOT NULL
  AND coalesce(answeredRecordedAt >= dueAnswer, 1) AND coalesce(refusedRecordedAt >= dueAnswer, 1)
  AND coalesce(withdrawnRecordedAt >= dueAnswer, 1)`;
export const ACKNOWLEDGEMENT_UNWATCHED = `imported = 0 AND ackFellDueAt IS NULL AND dueAcknowledge IS NOT NULL
  AND coalesce(acknowledgedRecordedAt >= dueAcknowledge, 1) AND coalesce(answeredRecordedAt >= dueAcknowledge, 1)
  AND coalesce(refusedRecordedAt >= dueAcknowledge, 1) AND coalesce(withdrawnRecordedAt >= dueAcknowledge, 1)`;

const text = [
  'requestId',
  'requestingState',
  'respondingState',
  'basis',
  'answerClass',
  'refusalGround',
] as const;
const numbers = [
  'imported',
  'submittedAt',
  'submittedRecordedAt',
  'deliveredAt',
  'deliveredRecordedAt',
  'acknowledgedAt',
  'acknowledgedRecordedAt',
  'answeredAt',
  'answeredRecordedAt',
  'refusedAt',
  'refusedRecordedAt',
  'withdrawnAt',
  'withdrawnRecordedAt',
  'closedAt',
  'closedRecordedAt',
  'ackFellDueAt',
  'answerFellDueAt',
  'dueAcknowledge',
  'dueAnswer',
] as const;
const columns = [...text, ...numbers] as const;

const schema = `
  CREATE TABLE request_clock (
    ${text.map((name) => `${name} TEXT`).join(', ')}, ${numbers.map((name) => `${name} INTEGER`).join(', ')},
    PRIMARY KEY (requestId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX request_clock_pair ON request_clock (requestingState, respondingState);
  CREATE INDEX request_clock_answer_runs ON request_clock (dueAnswer, requestId) WHERE ${ANSWER_RUNS};
  CREATE INDEX request_clock_ack_runs ON request_clock (dueAcknowledge, requestId) WHERE ${ACKNOWLEDGEMENT_RUNS};
  CREATE INDEX request_clock_answer_unwatched ON request_clock (dueAnswer) WHERE ${ANSWER_UNWATCHED};
  CREATE INDEX request_clock_ack_unwatched ON request_clock (dueAcknowledge) WHERE ${ACKNOWLEDGEMENT_UNWATCHED};
  CREATE TABLE pair (requestingState TEXT, respondingState TEXT, knownFrom INTEGER NOT NULL,
    PRIMARY KEY (requestingState, respondingState)) STRICT, WITHOUT ROWID;
  CREATE TABLE newest_fact (only INTEGER PRIMARY KEY CHECK (only = 1), recordedAt INTEGER NOT NULL) STRICT;`;

const identity: readonly string[] = ['requestId', 'requestingState', 'respondingState'];
const upsert = `INSERT INTO request_clock (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${columns
    .filter((name) => !identity.includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Up to when the view knows facts, if any. */
export const NEWEST_FACT = 'SELECT recordedAt FROM newest_fact';
const noteNewest = `INSERT INTO newest_fact VALUES (1, ?)
  ON CONFLICT DO UPDATE SET recordedAt = excluded.recordedAt WHERE excluded.recordedAt > recordedAt`;

/** One row for each request and one for each ordered pair, folded from clock facts alone (of these categories of streams). */
export function requestClocks(
  profiles: readonly RegimeProfile[],
  categories?: readonly string[],
): Projection<RecordedFact> {
  return {
    ...(categories && { categories }),
    name: 'request-clock',
    version: `3:${profilesFingerprint(profiles)}`,
    tables: ['request_clock', 'pair', 'newest_fact'],
    schema,
    gather: (rows) => new GatheredClocks(rows, profiles),
    project(facts, rows) {
      const gathered = new GatheredClocks(rows, profiles);
      gathered.add(facts);
      gathered.write(rows);
    },
  };
}

interface DatedClock {
  clock: RequestClock;
  due: DueInstants;
}

type DueInstants = Pick<ClockRow, 'dueAcknowledge' | 'dueAnswer'>;

const insertPair = `INSERT INTO pair VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET knownFrom = excluded.knownFrom WHERE excluded.knownFrom < knownFrom`;

/** Clocks kept after they were written: their next facts need no read of the row. */
const mostKept = 8000;

/** Clocks under way between the log and the view. */
class GatheredClocks implements Gathering<RecordedFact> {
  readonly #known = new Map<string, DatedClock>();
  readonly #waiting = new Set<DatedClock>();
  readonly #newPairs = new Map<string, RecordedFact>();
  /** When the newest fact was recorded that is not noted in the view. */
  #newest = -Infinity;
  /** No request after this one is known: ids grow with time, so that most new ones need no look into the view. */
  #last: string;

  constructor(
    private readonly rows: Rows,
    private readonly profiles: readonly RegimeProfile[],
  ) {
    const newest = rows.get<{ last: string | null }>('SELECT max(requestId) AS last FROM request_clock');
    this.#last = newest?.last ?? '';
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  add(facts: readonly RecordedFact[]): void {
    for (const fact of facts) {
      if (fact.recordedAt > this.#newest) this.#newest = fact.recordedAt;
      const known = this.#known.get(fact.requestId) ?? this.#stored(fact.requestId);
      const before = known?.clock;
      const clock = evolveClock(before, fact);
      if (!clock || clock === before) continue;
      if (known) this.#change(known, clock);
      else this.#begin(clock);
      // Reports of two desks come in either order: a pair is known from the earlier one on.
      if (!known || fact.type === 'RequestSubmitted') this.#notePair(fact);
    }
  }

  write(rows: WritableRows): void {
    for (const { requestingState, respondingState, recordedAt } of this.#newPairs.values()) {
      rows.run(insertPair, requestingState, respondingState, recordedAt);
    }
    this.#newPairs.clear();
    if (this.#newest > -Infinity) rows.run(noteNewest, this.#newest);
    this.#newest = -Infinity;
    for (const { clock, due } of this.#waiting) {
      const row: ClockRow = { ...clock, ...due, imported: Number(clock.imported) };
      rows.run(upsert, ...columns.map((name) => row[name]));
    }
    this.#waiting.clear();
    this.#forgetOldest();
  }

  #stored(requestId: string): DatedClock | undefined {
    if (requestId > this.#last) return undefined;
    const row = clockRow(this.rows, requestId);
    if (!row) return undefined;
    const { dueAcknowledge, dueAnswer } = row;
    return { clock: clockOf(row), due: { dueAcknowledge, dueAnswer } };
  }

  #begin(clock: RequestClock): void {
    const { requestId } = clock;
    this.#await({ clock, due: this.#dueOf(clock) });
    if (requestId > this.#last) this.#last = requestId;
  }

  #notePair(fact: RecordedFact): void {
    const pair = `${fact.requestingState} ${fact.respondingState}`;
    const noted = this.#newPairs.get(pair);
    if (!noted || fact.recordedAt < noted.recordedAt) this.#newPairs.set(pair, fact);
  }

  #change(known: DatedClock, clock: RequestClock): void {
    if (clock.deliveredAt !== known.clock.deliveredAt) known.due = this.#dueOf(clock);
    known.clock = clock;
    if (!this.#waiting.has(known)) this.#await(known);
  }

  #await(dated: DatedClock): void {
    this.#waiting.add(dated);
    this.#known.set(dated.clock.requestId, dated);
  }

  #dueOf(clock: RequestClock): DueInstants {
    const { acknowledge, answer } = dueDatesOf(clock, this.profiles);
    return { dueAcknowledge: acknowledge?.at ?? null, dueAnswer: answer?.at ?? null };
  }

  #forgetOldest(): void {
    for (const requestId of this.#known.keys()) {
      if (this.#known.size <= mostKept) return;
      this.#known.delete(requestId);
    }
  }
}

export function clockRow(rows: Rows, requestId: string): ClockRow | undefined {
  return rows.get<ClockRow>('SELECT * FROM request_clock WHERE requestId = ?', requestId);
}

export function clockOf({ dueAcknowledge: _, dueAnswer: __, imported, ...clock }: ClockRow): RequestClock {
  return { ...clock, imported: imported === 1 };
}
