import type { Instant } from '@vestigo/kernel';
import { historyId } from '../history/history-id';
import type { SourceCell } from './tables';

export interface PlannedRequest {
  readonly id: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly at: Instant;
}

/** A decision of the table on the oldest request of its pair that is open then. */
export interface PlannedDecision {
  readonly request: PlannedRequest;
  readonly accepted: boolean;
  readonly at: Instant;
}

/** A decision of the table with no open request to answer: it cannot be driven through the exchange. */
export interface Unmatched {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly year: number;
  readonly accepted: boolean;
}

/** What happens in one month: all its requests, then all its decisions, each in the order of time. */
export interface Slice {
  readonly name: string;
  readonly requests: readonly PlannedRequest[];
  readonly decisions: readonly PlannedDecision[];
  readonly unmatched: readonly Unmatched[];
}

/**
 * The months of the tables in order. Yearly counts are spread evenly over their year; a decision answers the oldest open
 * request of its ordered pair, whatever year it came in. The same tables always give the same plan.
 */
export function* planOf(cells: readonly SourceCell[]): Generator<Slice> {
  const years = cells.map(({ year }) => year);
  const pairs = [
    ...Map.groupBy(cells, ({ requestingState, respondingState }) => `${requestingState} ${respondingState}`),
  ].map(([, own]) => new PairPlan(own));
  for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
    for (let month = 0; month < 12; month += 1) {
      const [from, to] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
      const parts = pairs.map((pair) => pair.between(year, from, to));
      yield {
        name: new Date(from).toISOString().slice(0, 7),
        requests: parts.flatMap(({ requests }) => requests).sort(byTime),
        decisions: parts.flatMap(({ decisions }) => decisions).sort(byTime),
        unmatched: parts.flatMap(({ unmatched }) => unmatched),
      };
    }
  }
}

const byTime = (left: { readonly at: Instant }, right: { readonly at: Instant }) => left.at - right.at;

/** One ordered pair through the years; remembers how many requests it has answered, not which are open. */
class PairPlan {
  private readonly cells: ReadonlyMap<number, SourceCell>;
  /** The requests in order, as (year, number in that year) that the next decision answers. */
  private oldest: { year: number; index: number };

  constructor(cells: readonly SourceCell[]) {
    this.cells = new Map(cells.map((cell) => [cell.year, cell]));
    this.oldest = { year: Math.min(...this.cells.keys()), index: 0 };
  }

  between(year: number, from: Instant, to: Instant): Omit<Slice, 'name'> {
    const cell = this.cells.get(year);
    if (!cell) return { requests: [], decisions: [], unmatched: [] };
    const { requestingState, respondingState, requests, accepted, refused } = cell;
    const parties = { requestingState, respondingState };
    const decided = (accepted ?? 0) + (refused ?? 0);
    const decisions: PlannedDecision[] = [];
    const unmatched: Unmatched[] = [];
    for (const index of indexesBetween(year, decided, from, to)) {
      const at = spread(year, index, decided);
      const isAccepted = evenly(index, accepted ?? 0, decided);
      const request = this.takeOldest(at);
      if (request) decisions.push({ request, accepted: isAccepted, at });
      else unmatched.push({ ...parties, year, accepted: isAccepted });
    }
    const sent = indexesBetween(year, requests ?? 0, from, to).map((index) => requestOf(cell, index));
    return { requests: sent, decisions, unmatched };
  }

  /** The oldest request that is open at an instant; a request of a State to itself never gets as far. */
  private takeOldest(at: Instant): PlannedRequest | undefined {
    const lastYear = new Date(at).getUTCFullYear();
    while (this.oldest.year <= lastYear) {
      const cell = this.cells.get(this.oldest.year);
      if (cell && cell.requestingState !== cell.respondingState && this.oldest.index < (cell.requests ?? 0)) {
        const request = requestOf(cell, this.oldest.index);
        if (request.at > at) return undefined;
        this.oldest.index += 1;
        return request;
      }
      if (this.oldest.year === lastYear) return undefined;
      this.oldest = { year: this.oldest.year + 1, index: 0 };
    }
    return undefined;
  }
}

function requestOf(
  { requestingState, respondingState, year, requests }: SourceCell,
  index: number,
): PlannedRequest {
  const at = spread(year, index, requests ?? 0);
  const name = `${requestingState} ${respondingState} ${String(year)} ${String(index)}`;
  return { id: historyId(at, name), requestingState, respondingState, at };
}

/** The instant of the `index`-th of `count` acts spread evenly over a year (UTC). */
function spread(year: number, index: number, count: number): Instant {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return Math.floor(start + ((index + 0.5) / count) * (end - start));
}

/** The acts of a year that fall in [from, to). */
function indexesBetween(year: number, count: number, from: Instant, to: Instant): readonly number[] {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const guess = Math.max(0, Math.floor(((from - start) / (end - start)) * count) - 1);
  const indexes: number[] = [];
  for (let index = guess; index < count; index += 1) {
    const at = spread(year, index, count);
    if (at >= to) break;
    if (at >= from) indexes.push(index);
  }
  return indexes;
}

/** Whether the `index`-th of `total` is one of `chosen`, when the chosen are spread evenly among all. */
function evenly(index: number, chosen: number, total: number): boolean {
  return Math.floor(((index + 1) * chosen) / total) > Math.floor((index * chosen) / total);
}
