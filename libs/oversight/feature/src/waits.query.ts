import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { View } from '@vestigo/kernel';
import { waitCurve, type WaitDay, waitQuantiles, waitsOf } from '@vestigo/oversight/domain';
import { countedClocks, type CountedQuery } from './counted-rows';
import { REQUEST_CLOCKS } from './pairs.query';

export interface WaitsQuery extends CountedQuery {
  readonly clock: 'acknowledgement' | 'answer';
}

/** How long requests waited. */
export interface Distribution {
  readonly ended: number;
  readonly open: number;
  /** Days of 86,400 s by which half, and nine tenths, have ended; null where that share has not. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly days: readonly WaitDay[];
}

/** The distribution of waits for one clock over all requests counted. */
export class GetWaits extends Query<Distribution> {
  constructor(readonly query: WaitsQuery) {
    super();
  }
}

@QueryHandler(GetWaits)
export class GetWaitsHandler implements IQueryHandler<GetWaits> {
  constructor(@Inject(REQUEST_CLOCKS) private readonly view: View) {}

  async execute({ query }: GetWaits): Promise<Distribution> {
    const waits = waitsOf(await countedClocks(this.view, query), query.asOf, query.clock);
    const [median = null, p90 = null] = waitQuantiles(waits, [0.5, 0.9]);
    return { ended: waits.ended.length, open: waits.open.length, median, p90, days: waitCurve(waits) };
  }
}
