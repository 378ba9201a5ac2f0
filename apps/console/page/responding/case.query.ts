import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';

export type Case = Schemas['CaseDetail'];

export const caseKey = (id: string) => ['cases', 'one', id] as const;

/** One case, as far as the reader may see it. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: caseKey(id),
    queryFn: () => answerOf(api.GET('/v1/cases/{id}', { params: { path: { id } } })),
  });

/** Other cases of the desk that may be about the same arms. */
export const crossHitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'cross-hits', id],
    queryFn: () => answerOf(api.GET('/v1/cases/{id}/cross-hits', { params: { path: { id } } })),
  });
