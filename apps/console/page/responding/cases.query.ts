import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { QueueFilter } from './queue-filter';

/** What the reader's State has been asked, page by page; what falls due next first, unless the filter says otherwise. */
export const casesQuery = (filter: QueueFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/cases', {
          params: { query: { order: 'due', ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
