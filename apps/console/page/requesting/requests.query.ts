import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { isStateCode } from './asking.query';

export type RequestSummary = Schemas['RequestSummary'];
export type RequestStatus = RequestSummary['status'];
export type RunningClock = Schemas['DeadlineView'];

/** The requests of the reader's State, page by page, newest first; in one status where it is named. */
export const requestsQuery = (status?: RequestStatus) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', status ?? ''],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/requests', {
          params: {
            query: { limit: 50, ...(status && { status }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** So many pages of 200 clocks are read at most. */
const mostPages = 10;

/** Clocks that run on what a State has asked, nearest deadline first, as the oversight of the exchange counts them. */
export const ownClocksQuery = (state: string | null) =>
  queryOptions({
    queryKey: ['oversight', 'deadlines', 'of', state ?? ''],
    queryFn: async () => {
      const clocks: RunningClock[] = [];
      if (state === null || !isStateCode(state)) return clocks;
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = {
          requesting: state,
          limit: 200,
          ...(cursor && { cursor }),
        };
        const { items, next } = await answerOf(api.GET('/v1/oversight/deadlines', { params: { query } }));
        clocks.push(...items);
        if (next === null) break;
        cursor = next;
      }
      return clocks;
    },
  });
