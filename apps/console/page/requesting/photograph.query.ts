import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** A photograph by its digest, which never changes. */
export const photographQuery = (sha256: string) =>
  queryOptions({
    queryKey: ['photographs', sha256],
    queryFn: () =>
      answerOf<Blob>(api.GET('/v1/photographs/{sha256}', { params: { path: { sha256 } }, parseAs: 'blob' })),
    staleTime: Infinity,
    gcTime: 60_000,
  });
