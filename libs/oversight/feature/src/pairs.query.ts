import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RegimeProfile } from '@vestigo/deadlines';
import type { View } from '@vestigo/kernel';
import { type PairFigures, pairFigures } from '@vestigo/oversight/domain';
import { countedClocks, type CountedQuery, dueInstantsBy, narrowed } from './counted-rows';

export const REQUEST_CLOCKS = Symbol('view of the request clocks');
/** The instant of a table of now. */
export const LATEST = Symbol('latest known instant');
export const PROFILES = Symbol('regime profiles');

export interface Pair {
  readonly requestingState: string;
  readonly respondingState: string;
}

/** The pair that a cursor names. */
export function pairNamed([requestingState = '', respondingState = '']: readonly string[]): Pair {
  return { requestingState, respondingState };
}

export interface PairQuery extends CountedQuery {
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

  private async figuresOf(pair: Pair, query: PairQuery): Promise<PairFigures> {
    const { requestingState: requesting, respondingState: responding } = pair;
    const counted = await countedClocks(this.view, { ...query, party: null, requesting, responding });
    return pairFigures(counted, query.asOf, dueInstantsBy(this.profiles, query.asOf));
  }
}

/** Pairs known at `asOf`, in order; a pair asked for by both its States is there even when it has sent nothing. */
export function pairsOf(view: View, query: PairQuery): readonly Pair[] {
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
