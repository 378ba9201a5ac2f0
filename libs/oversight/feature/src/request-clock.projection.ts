import { profilesFingerprint, type RegimeProfile } from '@vestigo/deadlines';
import type { Instant, Projection, RecordedFact, Rows, WritableRows } from '@vestigo/kernel';
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
    PRIMARY KEY (requestingState, respondingState)) STRICT, WITHOUT ROWID;`;

const insert = `INSERT INTO request_clock (${columns.join(', ')})
  VALUES (${columns.map(() => '?').join(', ')})`;

/** One row for each request and one for each ordered pair, folded from clock facts alone (of these categories of streams). */
export function requestClocks(
  profiles: readonly RegimeProfile[],
  categories?: readonly string[],
): Projection<RecordedFact> {
  return {
    ...(categories && { categories }),
    name: 'request-clock',
    version: `2:${profilesFingerprint(profiles)}`,
    tables: ['request_clock', 'pair'],
    schema,
    project(facts, rows) {
      const touched = new Map<string, ClockRow | undefined>();
      const clocks = new Map<string, RequestClock>();
      for (const fact of facts) {
        const { requestId } = fact;
        if (!touched.has(requestId)) {
          const row = clockRow(rows, requestId);
          touched.set(requestId, row);
          if (row) clocks.set(requestId, clockOf(row));
        }
        const before = clocks.get(requestId);
        const after = evolveClock(before, fact);
        if (!after) continue;
        clocks.set(requestId, after);
        if (!before) know(rows, after, fact.recordedAt);
      }
      for (const clock of clocks.values()) write(rows, clock, touched.get(clock.requestId), profiles);
    },
  };
}

/** A pair is known from its first fact on. */
function know(rows: WritableRows, { requestingState, respondingState }: RequestClock, recordedAt: Instant) {
  rows.run('INSERT OR IGNORE INTO pair VALUES (?, ?, ?)', requestingState, respondingState, recordedAt);
}

function write(
  rows: WritableRows,
  clock: RequestClock,
  before: ClockRow | undefined,
  profiles: readonly RegimeProfile[],
) {
  const row: ClockRow = {
    ...clock,
    imported: Number(clock.imported),
    ...dueInstants(clock, before, profiles),
  };
  if (!before) {
    rows.run(insert, ...columns.map((name) => row[name]));
    return;
  }
  // Only what changed: an index whose columns stay is not touched.
  const changed = columns.filter((name) => row[name] !== before[name]);
  if (changed.length === 0) return;
  const update = `UPDATE request_clock SET ${changed.join(' = ?, ')} = ? WHERE requestId = ?`;
  rows.run(update, ...changed.map((name) => row[name]), clock.requestId);
}

function dueInstants(clock: RequestClock, before: ClockRow | undefined, profiles: readonly RegimeProfile[]) {
  if (before && before.deliveredAt === clock.deliveredAt) {
    return { dueAcknowledge: before.dueAcknowledge, dueAnswer: before.dueAnswer };
  }
  const { acknowledge, answer } = dueDatesOf(clock, profiles);
  return { dueAcknowledge: acknowledge?.at ?? null, dueAnswer: answer?.at ?? null };
}

export function clockRow(rows: Rows, requestId: string): ClockRow | undefined {
  return rows.get<ClockRow>('SELECT * FROM request_clock WHERE requestId = ?', requestId);
}

export function clockOf({ dueAcknowledge: _, dueAnswer: __, imported, ...clock }: ClockRow): RequestClock {
  return { ...clock, imported: imported === 1 };
}
