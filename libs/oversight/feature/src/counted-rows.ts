import type { RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import { type CountedClock, dueDatesOf, type DueInstants } from '@vestigo/oversight/domain';
import { actsOf } from './acts-text';
import type { ClockRow } from './clock-row';

/** Which requests are counted, and as of when. */
export interface CountedQuery {
  /** Only requests that this State is party to. */
  readonly party: string | null;
  readonly requesting?: string | undefined;
  readonly responding?: string | undefined;
  /** Only requests received in [from, to); one that was not yet received at `asOf` counts by its submission. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Included: what was recorded in that millisecond counts. */
  readonly asOf: Instant;
}

/** When a request counts: its receipt as far as known at an instant (twice), else its submission. */
const COUNTED_AT =
  'CASE WHEN deliveredRecordedAt <= ? THEN deliveredAt WHEN submittedRecordedAt <= ? THEN submittedAt END';

const COUNTED_COLUMNS = `requestId, imported, submittedAt, submittedRecordedAt, deliveredAt, deliveredRecordedAt, acknowledgedAt,
    acknowledgedRecordedAt, answeredAt, answeredRecordedAt, answerClass, refusedAt, refusedRecordedAt, withdrawnAt,
    withdrawnRecordedAt, dueAcknowledge, dueAnswer, requestingActs, respondingActs,
    CASE WHEN requestingActs IS NOT NULL OR respondingActs IS NOT NULL THEN basis END AS basis`;

const pageSize = 2000;

/** Page by page, so that the edge is served while many requests are counted. */
export async function* countedPages(
  view: View,
  query: CountedQuery,
  { columns = COUNTED_COLUMNS, after = '' }: { readonly columns?: string; readonly after?: string } = {},
): AsyncGenerator<readonly ClockRow[]> {
  const { asOf, from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER } = query;
  const { conditions, values } = narrowed(query);
  const page = `SELECT ${columns} FROM request_clock WHERE ${[...conditions, 'requestId > ?'].join(' AND ')}
    AND ${COUNTED_AT} BETWEEN ? AND ? ORDER BY requestId LIMIT ?`;
  for (let last = after; ;) {
    const rows = view.all<ClockRow>(page, ...values, last, asOf, asOf, from, to - 1, pageSize);
    yield rows;
    last = rows.at(-1)?.requestId ?? '';
    if (rows.length < pageSize) return;
    await new Promise(setImmediate);
  }
}

/** Everything that is counted. */
export async function countedClocks(view: View, query: CountedQuery): Promise<readonly Counted[]> {
  const counted: Counted[] = [];
  for await (const rows of countedPages(view, query)) for (const row of rows) counted.push(countedOf(row));
  return counted;
}

/** What the view has derived holds as long as no act says otherwise; else what was known as of the figures counts. */
export const dueInstantsBy =
  (profiles: readonly RegimeProfile[], asOf: Instant) =>
  (row: Counted): DueInstants =>
    row.basis === null ? row.due : dueDatesOf(row, profiles, asOf);

/** Conditions for the States that a query names. */
export function narrowed({
  party,
  requesting,
  responding,
}: Pick<CountedQuery, 'party' | 'requesting' | 'responding'>) {
  const conditions = [
    ...(party === null ? [] : ['(requestingState = ? OR respondingState = ?)']),
    ...(requesting === undefined ? [] : ['requestingState = ?']),
    ...(responding === undefined ? [] : ['respondingState = ?']),
  ];
  const values = [...(party === null ? [] : [party, party]), requesting, responding];
  return { conditions, values: values.filter((value) => value !== undefined) };
}

export interface Counted extends CountedClock {
  /** null where the request has no acts. */
  readonly basis: string | null;
  readonly due: DueInstants;
}

/** Field by field: a spread costs more than reading the row. */
function countedOf(row: ClockRow): Counted {
  return {
    imported: row.imported === 1,
    submittedAt: row.submittedAt,
    submittedRecordedAt: row.submittedRecordedAt,
    deliveredAt: row.deliveredAt,
    deliveredRecordedAt: row.deliveredRecordedAt,
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedRecordedAt: row.acknowledgedRecordedAt,
    answeredAt: row.answeredAt,
    answeredRecordedAt: row.answeredRecordedAt,
    answerClass: row.answerClass,
    refusedAt: row.refusedAt,
    refusedRecordedAt: row.refusedRecordedAt,
    withdrawnAt: row.withdrawnAt,
    withdrawnRecordedAt: row.withdrawnRecordedAt,
    requestingActs: actsOf(row.requestingActs),
    respondingActs: actsOf(row.respondingActs),
    basis: row.basis,
    due: { acknowledge: instantOf(row.dueAcknowledge), answer: instantOf(row.dueAnswer) },
  };
}

const instantOf = (at: Instant | null) => (at === null ? null : { at });
