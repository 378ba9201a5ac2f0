import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import {
  type CountedClock,
  dueDatesOf,
  type DueInstants,
  type PairFigures,
  pairFigures,
} from '@vestigo/oversight/domain';
import { actsOf } from './acts-text';
import type { ClockRow } from './clock-row';

export const REQUEST_CLOCKS = Symbol('view of the request clocks');
/** The instant of a table of now. */
export const LATEST = Symbol('latest known instant');
export const PROFILES = Symbol('regime profiles');

export interface Pair {
  readonly requestingState: string;
  readonly respondingState: string;
}

export interface PairQuery {
  /** Only pairs that this State is party to. */
  readonly party: string | null;
  readonly requesting?: string | undefined;
  readonly responding?: string | undefined;
  /** Only requests received in [from, to); one that was not yet received at `asOf` counts by its submission. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Included: what was recorded in that millisecond counts. */
  readonly asOf: Instant;
  /** Pairs after this one. */
  readonly after?: Pair | undefined;
  readonly limit: number;
}

export interface PairLine extends Pair {
  readonly figures: PairFigures;
}

/** The figures of each ordered pair, as known at an instant. */
export class ListPairs extends Query<readonly PairLine[]> {
  constructor(readonly query: PairQuery) {
    super();
  }
}

@QueryHandler(ListPairs)
export class ListPairsHandler implements IQueryHandler<ListPairs> {
  constructor(
    @Inject(REQUEST_CLOCKS) private readonly view: View,
    @Inject(PROFILES) private readonly profiles: readonly RegimeProfile[],
  ) {}

  async execute({ query }: ListPairs): Promise<readonly PairLine[]> {
    const lines: PairLine[] = [];
    for (const pair of pairsOf(this.view, query)) {
      lines.push({ ...pair, figures: await this.figuresOf(pair, query) });
      await new Promise(setImmediate);
    }
    return lines;
  }

  /** Read page by page, so that the edge is served while a large pair is counted. */
  private async figuresOf(pair: Pair, query: PairQuery): Promise<PairFigures> {
    const { asOf } = query;
    const counted: Counted[] = [];
    const until = query.to ?? Number.MAX_SAFE_INTEGER;
    for (let last = ''; ;) {
      const rows = this.view.all<ClockRow>(
        page,
        ...[pair.requestingState, pair.respondingState, last],
        ...[asOf, asOf, query.from ?? Number.MIN_SAFE_INTEGER, until - 1, pageSize],
      );
      for (const row of rows) counted.push(countedOf(row));
      last = rows.at(-1)?.requestId ?? '';
      if (rows.length < pageSize) return pairFigures(counted, asOf, (row) => this.dueOf(row, asOf));
      await new Promise(setImmediate);
    }
  }

  /** What the view has derived holds as long as no act says otherwise; else what was known as of the table counts. */
  private dueOf(row: Counted, asOf: Instant): DueInstants {
    return row.basis === null ? row.due : dueDatesOf(row, this.profiles, asOf);
  }
}

/** Pairs known at `asOf`, in order; a pair asked for by both its States is there even when it has sent nothing. */
function pairsOf(view: View, query: PairQuery): readonly Pair[] {
  const { requesting, responding, asOf, after, limit } = query;
  if (requesting !== undefined && responding !== undefined) {
    return [{ requestingState: requesting, respondingState: responding }];
  }
  const { conditions, values } = narrowed(query);
  return view.all<Pair>(
    `SELECT requestingState, respondingState FROM pair WHERE (requestingState, respondingState) > (?, ?) AND knownFrom <= ?
     ${conditions.map((condition) => `AND ${condition}`).join(' ')} ORDER BY requestingState, respondingState LIMIT ?`,
    ...[after?.requestingState ?? '', after?.respondingState ?? '', asOf, ...values, limit],
  );
}

/** Conditions for the States that a query names. */
export function narrowed({
  party,
  requesting,
  responding,
}: Pick<PairQuery, 'party' | 'requesting' | 'responding'>) {
  const conditions = [
    ...(party === null ? [] : ['(requestingState = ? OR respondingState = ?)']),
    ...(requesting === undefined ? [] : ['requestingState = ?']),
    ...(responding === undefined ? [] : ['respondingState = ?']),
  ];
  const values = [...(party === null ? [] : [party, party]), requesting, responding];
  return { conditions, values: values.filter((value) => value !== undefined) };
}

const pageSize = 2000;
const page = `SELECT requestId, imported, submittedAt, submittedRecordedAt, deliveredAt, deliveredRecordedAt, acknowledgedAt,
    acknowledgedRecordedAt, answeredAt, answeredRecordedAt, answerClass, refusedAt, refusedRecordedAt, withdrawnAt,
    withdrawnRecordedAt, dueAcknowledge, dueAnswer, requestingActs, respondingActs,
    CASE WHEN requestingActs IS NOT NULL OR respondingActs IS NOT NULL THEN basis END AS basis
  FROM request_clock WHERE requestingState = ? AND respondingState = ? AND requestId > ?
    AND CASE WHEN deliveredRecordedAt <= ? THEN deliveredAt WHEN submittedRecordedAt <= ? THEN submittedAt END
      BETWEEN ? AND ?
  ORDER BY requestId LIMIT ?`;

interface Counted extends CountedClock {
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
