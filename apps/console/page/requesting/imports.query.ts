import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';

export type ImportProgress = Schemas['ImportProgress'];

/** Milliseconds between two looks at an import that goes on. */
const again = 1000;

const isUnderWay = (status: ImportProgress['status'] | undefined): boolean =>
  status === undefined || status === 'checking' || status === 'sending';

/** How far an import is; looked at until it has come to its end. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => answerOf(api.GET('/v1/imports/{import}', { params: { path: { import: id } } })),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.status) ? again : false),
  });

/** The first row of a file in CSV. */
export const templateQuery = () =>
  queryOptions({
    queryKey: ['imports', 'template'],
    queryFn: () => answerOf<string>(api.GET('/v1/imports/template.csv', { parseAs: 'text' })),
    staleTime: Infinity,
  });
