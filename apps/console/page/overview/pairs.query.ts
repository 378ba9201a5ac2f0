import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** Figures of each ordered pair of States that the reader may see. */
export const pairsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['oversight', 'pairs'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/oversight/pairs', {
          params: { query: { limit: 200, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
