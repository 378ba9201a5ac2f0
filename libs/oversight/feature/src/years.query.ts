import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import type { Instant, View } from '@vestigo/kernel';
import { type PairFigures, pairFigures } from '@vestigo/oversight/domain';
import { type Counted, countedClocks, type CountedQuery, dueInstantsBy } from './counted-rows';
import { PROFILES, REQUEST_CLOCKS } from './pairs.query';

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
    const due = dueInstantsBy(this.profiles, asOf);
    const years = Map.groupBy(counted, (row) => yearOf(row, asOf));
    return {
      total: pairFigures(counted, asOf, due),
      years: [...years]
        .sort(([one], [other]) => one - other)
        .map(([year, rows]) => ({ year, figures: pairFigures(rows, asOf, due) })),
    };
  }
}

function yearOf(row: Counted, asOf: Instant): number {
  const { deliveredAt, deliveredRecordedAt, submittedAt } = row;
  const received = deliveredRecordedAt !== null && deliveredRecordedAt <= asOf ? deliveredAt : null;
  return new Date(received ?? submittedAt ?? 0).getUTCFullYear();
}
