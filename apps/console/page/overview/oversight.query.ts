import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { CountedFigure, Pair } from './measures';
import type { Window } from './search';

export interface Pairs {
  readonly asOf: string;
  readonly countedFrom: string;
  readonly items: readonly Pair[];
}

/** Figures of each ordered pair that the reader may see: all pages as of the instant of the first. */
export const pairsQuery = (window: Window) =>
  queryOptions({
    queryKey: ['oversight', 'pairs', window],
    queryFn: async (): Promise<Pairs> => {
      const items: Pair[] = [];
      let asOf = window.asOf;
      for (let cursor: string | undefined; ;) {
        const query = { ...window, limit: 200, ...(asOf && { asOf }), ...(cursor && { cursor }) };
        const page = await answerOf(api.GET('/v1/oversight/pairs', { params: { query } }));
        items.push(...page.items);
        asOf = page.asOf;
        cursor = page.next ?? undefined;
        if (cursor === undefined) return { asOf, countedFrom: page.countedFrom, items };
      }
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
