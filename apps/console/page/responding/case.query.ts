import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';

export type Case = Schemas['CaseDetail'];

export const caseKey = (id: string) => ['cases', 'one', id] as const;

/** Milliseconds between two looks at a case whose photographs are on their way. */
const again = 5000;

/** One case, as far as the reader may see it. Photographs travel beside it, and nothing that happens to the case tells of their arrival. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: caseKey(id),
    queryFn: () => answerOf(api.GET('/v1/cases/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.photographs?.some(({ arrived }) => !arrived) ? again : false,
  });

/** Other cases of the desk that may be about the same arms. */
export const crossHitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'cross-hits', id],
    queryFn: () => answerOf(api.GET('/v1/cases/{id}/cross-hits', { params: { path: { id } } })),
  });
