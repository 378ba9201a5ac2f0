import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import type { RequestsSearch } from './requests-search';

export type RequestSummary = Schemas['RequestSummary'];
export type RequestStatus = RequestSummary['status'];

/** The requests of the reader's State, page by page; newest first, unless the filter says otherwise. */
export const requestsQuery = (filter: RequestsSearch = {}) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/requests', {
          params: { query: { ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
