import type { Pair } from './measures';

export interface Matrix {
  /** Requesting States, in the order in which the reader's language sorts their names. */
  readonly rows: readonly string[];
  /** Responding States. */
  readonly columns: readonly string[];
  pair(requestingState: string, respondingState: string): Pair | undefined;
}

export function matrixOf(pairs: readonly Pair[], compare: (one: string, other: string) => number): Matrix {
  const byKey = new Map(pairs.map((pair) => [keyOf(pair.requestingState, pair.respondingState), pair]));
  const sorted = (codes: readonly string[]) => [...new Set(codes)].sort(compare);
  return {
    rows: sorted(pairs.map(({ requestingState }) => requestingState)),
    columns: sorted(pairs.map(({ respondingState }) => respondingState)),
    pair: (requestingState, respondingState) => byKey.get(keyOf(requestingState, respondingState)),
  };
}

const keyOf = (requestingState: string, respondingState: string) => `${requestingState} ${respondingState}`;
