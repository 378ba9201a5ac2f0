import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** What the reader's State has been asked, page by page. */
export const casesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/cases', { params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
