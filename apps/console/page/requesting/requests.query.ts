import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** The requests of the reader's State, page by page, newest change first. */
export const requestsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/requests', {
          params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
