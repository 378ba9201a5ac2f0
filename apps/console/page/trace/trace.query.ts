import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';

export type Trail = Schemas['TrailDetail'];
export type Hop = Schemas['HopDetail'];
export type OwedAct = Schemas['OwedActDetail'];

/** Where the arms of a request were asked about, from any request on the trail. */
export const traceQuery = (id: string) =>
  queryOptions({
    queryKey: ['traces', id],
    queryFn: () => answerOf(api.GET('/v1/traces/{id}', { params: { path: { id } } })),
  });
