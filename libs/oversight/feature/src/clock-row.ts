import type { Due, DueDates } from '@vestigo/deadlines';
import type { Rows, WritableRows } from '@vestigo/kernel';
import type { RequestClock } from '@vestigo/oversight/domain';
import { actsOf, actsText } from './acts-text';

type Plain = Omit<RequestClock, 'imported' | 'consentsFellDue' | 'requestingActs' | 'respondingActs'>;

/** A row as the view holds it: due instants are derived, and the view is folded anew when the profiles change. */
export interface ClockRow extends Plain, DateColumns {
  readonly imported: number;
  /** Numbers with a space between them; null where there are none, as mostly. */
  readonly consentsFellDue: string | null;
  /** As `actsText` writes them. */
  readonly requestingActs: string | null;
  readonly respondingActs: string | null;
}

export interface DateColumns {
  /** Of the clocks that run, as far as nothing stopped them; `NEVER` while they stand still, null while set aside or lapsed. */
  readonly dueAcknowledge: number | null;
  readonly dueAnswer: number | null;
  /** When the clocks ran out by what was known then. */
  readonly watchedAcknowledge: number | null;
  readonly watchedAnswer: number | null;
}

/** Stands for an instant that does not come as long as nothing else becomes known: behind every other. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export function dateColumns(running: DueDates, watched: DueDates): DateColumns {
  return {
    dueAcknowledge: instantOf(running.acknowledge),
    dueAnswer: instantOf(running.answer),
    watchedAcknowledge: instantOf(watched.acknowledge),
    watchedAnswer: instantOf(watched.answer),
  };
}

const instantOf = (due: Due | null) => due && Math.min(due.at, NEVER);

/** A clock runs while none of its stopping facts is known. */
export const ANSWER_RUNS = `dueAnswer IS NOT NULL AND answeredAt IS NULL AND refusedAt IS NULL AND withdrawnAt IS NULL`;
export const ACKNOWLEDGEMENT_RUNS = `dueAcknowledge IS NOT NULL AND acknowledgedAt IS NULL AND answeredAt IS NULL
  AND refusedAt IS NULL AND withdrawnAt IS NULL`;

/** A clock that may have fallen due unrecorded: nothing that stops it was recorded by the due instant. */
export const ANSWER_UNWATCHED = `imported = 0 AND answerFellDueAt IS NULL AND watchedAnswer IS NOT NULL
  AND coalesce(answeredRecordedAt >= watchedAnswer, 1) AND coalesce(refusedRecordedAt >= watchedAnswer, 1)
  AND coalesce(withdrawnRecordedAt >= watchedAnswer, 1)`;
export const ACKNOWLEDGEMENT_UNWATCHED = `imported = 0 AND ackFellDueAt IS NULL AND watchedAcknowledge IS NOT NULL
  AND coalesce(acknowledgedRecordedAt >= watchedAcknowledge, 1)
  AND coalesce(answeredRecordedAt >= watchedAcknowledge, 1) AND coalesce(refusedRecordedAt >= watchedAcknowledge, 1)
  AND coalesce(withdrawnRecordedAt >= watchedAcknowledge, 1)`;

const text = [
  'requestId',
  'requestingState',
  'respondingState',
  'basis',
  'answerClass',
  'refusalGround',
] as const;
const instants = [
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
] as const;
const plain = [...text, ...instants] as const;
const acts = ['consentsFellDue', 'requestingActs', 'respondingActs'] as const;
const numbers = ['imported', 'dueAcknowledge', 'dueAnswer', 'watchedAcknowledge', 'watchedAnswer'] as const;
const columns = [...plain, ...acts, ...numbers] as const;

export const CLOCK_SCHEMA = `
  CREATE TABLE request_clock (
    ${[...text, ...acts].map((name) => `${name} TEXT`).join(', ')},
    ${[...instants, ...numbers].map((name) => `${name} INTEGER`).join(', ')},
    PRIMARY KEY (requestId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX request_clock_pair ON request_clock (requestingState, respondingState);
  CREATE INDEX request_clock_answer_runs ON request_clock (dueAnswer, requestId) WHERE ${ANSWER_RUNS};
  CREATE INDEX request_clock_ack_runs ON request_clock (dueAcknowledge, requestId) WHERE ${ACKNOWLEDGEMENT_RUNS};
  CREATE INDEX request_clock_answer_unwatched ON request_clock (watchedAnswer) WHERE ${ANSWER_UNWATCHED};
  CREATE INDEX request_clock_ack_unwatched ON request_clock (watchedAcknowledge) WHERE ${ACKNOWLEDGEMENT_UNWATCHED};`;

const identity: readonly string[] = ['requestId', 'requestingState', 'respondingState'];
const upsert = `INSERT INTO request_clock (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${columns
    .filter((name) => !identity.includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Value by value: a view that is folded anew writes millions of rows. */
export function writeClock(rows: WritableRows, clock: RequestClock, dates: DateColumns): void {
  rows.run(
    upsert,
    ...plain.map((name) => clock[name]),
    clock.consentsFellDue.length === 0 ? null : clock.consentsFellDue.join(' '),
    ...[actsText(clock.requestingActs), actsText(clock.respondingActs), Number(clock.imported)],
    ...[dates.dueAcknowledge, dates.dueAnswer, dates.watchedAcknowledge, dates.watchedAnswer],
  );
}

export function clockRow(rows: Rows, requestId: string): ClockRow | undefined {
  return rows.get<ClockRow>('SELECT * FROM request_clock WHERE requestId = ?', requestId);
}

const none: readonly number[] = [];

export function clockOf(row: ClockRow): RequestClock {
  const { dueAcknowledge: _, dueAnswer: __, watchedAcknowledge: ___, watchedAnswer: ____, ...clock } = row;
  return {
    ...clock,
    imported: row.imported === 1,
    consentsFellDue: row.consentsFellDue === null ? none : row.consentsFellDue.split(' ').map(Number),
    requestingActs: actsOf(row.requestingActs),
    respondingActs: actsOf(row.respondingActs),
  };
}
