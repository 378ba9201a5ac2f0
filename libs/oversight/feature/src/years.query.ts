import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import { type PairFigures, pairFigures } from '@vestigo/oversight/domain';
import { type Counted, countedClocks, type CountedQuery, dueInstantsBy } from './counted-rows';
import { type Pair, type PairQuery, pairsOf, PROFILES, REQUEST_CLOCKS } from './pairs.query';

export interface YearFigures {
  /** Calendar year (UTC) of receipt; of submission for what was not received by then. */
  readonly year: number;
  readonly figures: PairFigures;
}

export interface FiguresByYear {
  /** Over all years: medians of years do not add up to it. */
  readonly total: PairFigures;
  readonly years: readonly YearFigures[];
}

/** The figures of requests in the year of their receipt, over all pairs counted. */
export class GetYears extends Query<FiguresByYear> {
  constructor(readonly query: CountedQuery) {
    super();
  }
}

@QueryHandler(GetYears)
export class GetYearsHandler implements IQueryHandler<GetYears> {
  constructor(
    @Inject(REQUEST_CLOCKS) private readonly view: View,
    @Inject(PROFILES) private readonly profiles: readonly RegimeProfile[],
  ) {}

  async execute({ query }: GetYears): Promise<FiguresByYear> {
    const { asOf } = query;
    const counted = await countedClocks(this.view, query);
    return {
      total: pairFigures(counted, asOf, dueInstantsBy(this.profiles, asOf)),
      years: byYear(counted, asOf, this.profiles),
    };
  }
}

export interface PairByYear extends Pair {
  readonly years: readonly YearFigures[];
}

/** The same for each ordered pair, in the order and by the pages of the figures of pairs. */
export class ListPairsByYear extends Query<readonly PairByYear[]> {
  constructor(readonly query: PairQuery) {
    super();
  }
}

@QueryHandler(ListPairsByYear)
export class ListPairsByYearHandler implements IQueryHandler<ListPairsByYear> {
  constructor(
    @Inject(REQUEST_CLOCKS) private readonly view: View,
    @Inject(PROFILES) private readonly profiles: readonly RegimeProfile[],
  ) {}

  async execute({ query }: ListPairsByYear): Promise<readonly PairByYear[]> {
    const lines: PairByYear[] = [];
    for (const pair of pairsOf(this.view, query)) {
      const { requestingState: requesting, respondingState: responding } = pair;
      const counted = await countedClocks(this.view, { ...query, party: null, requesting, responding });
      lines.push({ ...pair, years: byYear(counted, query.asOf, this.profiles) });
      await new Promise(setImmediate);
    }
    return lines;
  }
}

function byYear(
  counted: readonly Counted[],
  asOf: Instant,
  profiles: readonly RegimeProfile[],
): readonly YearFigures[] {
  const due = dueInstantsBy(profiles, asOf);
  return [...Map.groupBy(counted, (row) => yearOf(row, asOf))]
    .sort(([one], [other]) => one - other)
    .map(([year, rows]) => ({ year, figures: pairFigures(rows, asOf, due) }));
}

function yearOf(row: Counted, asOf: Instant): number {
  const { deliveredAt, deliveredRecordedAt, submittedAt } = row;
  const received = deliveredRecordedAt !== null && deliveredRecordedAt <= asOf ? deliveredAt : null;
  return new Date(received ?? submittedAt ?? 0).getUTCFullYear();
}
