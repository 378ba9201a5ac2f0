import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import type { CountedFigure, Pair } from './measures';
import type { Window } from './search';

export type Pairs = Whole<Pair>;

interface Whole<Line> {
  readonly asOf: string;
  readonly countedFrom: string;
  readonly items: readonly Line[];
}

type PageOf<Line> = Whole<Line> & { readonly next: string | null };

/** Every page of a table, as of the instant of the first. */
async function allPages<Line>(
  window: Window,
  ask: (query: Window & { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<Line>>,
): Promise<Whole<Line>> {
  const items: Line[] = [];
  let asOf = window.asOf;
  for (let cursor: string | null = null; ;) {
    const page = await ask({ ...window, limit: 200, ...(asOf && { asOf }), ...(cursor && { cursor }) });
    items.push(...page.items);
    asOf = page.asOf;
    cursor = page.next;
    if (cursor === null) return { asOf, countedFrom: page.countedFrom, items };
  }
}

const allPairs = (window: Window): Promise<Pairs> =>
  allPages(window, (query) => answerOf(api.GET('/v1/oversight/pairs', { params: { query } })));

/** Figures of each ordered pair that the reader may see: all pages as of the instant of the first. */
export const pairsQuery = (window: Window) =>
  queryOptions({ queryKey: ['oversight', 'pairs', window], queryFn: () => allPairs(window) });

export type PairByYear = Schemas['PairByYearView'];

interface Report extends Pairs {
  /** As of the same instant; none where one year alone is asked for. */
  readonly byYear: readonly PairByYear[];
}

/** The figures of each pair, and of its years. */
export const reportQuery = (window: Window) =>
  queryOptions({
    queryKey: ['oversight', 'report', window],
    queryFn: async (): Promise<Report> => {
      const pairs = await allPairs(window);
      if (window.from !== undefined) return { ...pairs, byYear: [] };
      const { items: byYear } = await allPages({ ...window, asOf: pairs.asOf }, (query) =>
        answerOf(api.GET('/v1/oversight/pairs/years', { params: { query } })),
      );
      return { ...pairs, byYear };
    },
  });

/** Figures by year of receipt, over all pairs asked for. */
export const yearsQuery = (window: Window) =>
  queryOptions({
    queryKey: ['oversight', 'years', window],
    queryFn: () => answerOf(api.GET('/v1/oversight/years', { params: { query: window } })),
  });

/** How long requests waited for the first response, or for the acknowledgement. */
export const waitsQuery = (window: Window, clock: 'acknowledgement' | 'answer') =>
  queryOptions({
    queryKey: ['oversight', 'waits', clock, window],
    queryFn: () => answerOf(api.GET('/v1/oversight/waits', { params: { query: { ...window, clock } } })),
  });

/** The requests that a figure was counted from. */
export const countedQuery = (window: Window, figure: CountedFigure) =>
  infiniteQueryOptions({
    queryKey: ['oversight', 'requests', figure, window],
    queryFn: ({ pageParam }) => {
      const query = { ...window, figure, ...(pageParam && { cursor: pageParam }) };
      return answerOf(api.GET('/v1/oversight/requests', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Clocks that run, nearest first. */
export const boardQuery = ({ requesting, responding }: Window) =>
  infiniteQueryOptions({
    queryKey: ['oversight', 'deadlines', requesting, responding],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(requesting && { requesting }),
        ...(responding && { responding }),
        ...(pageParam && { cursor: pageParam }),
      };
      return answerOf(api.GET('/v1/oversight/deadlines', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
