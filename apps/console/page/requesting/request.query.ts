import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';

export type RequestDetail = Schemas['RequestDetail'];

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: () => answerOf(api.GET('/v1/requests/{id}', { params: { path: { id } } })),
  });

/** The trails of the arms that a request asks about. */
export const traceQuery = (id: string) =>
  queryOptions({
    queryKey: ['traces', id],
    queryFn: () => answerOf(api.GET('/v1/traces/{id}', { params: { path: { id } } })),
  });
