import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '@vestigo/api';
import { session } from '../sign-in/session';
import { isPassing, problemOf, Refused, Unreachable } from './problem';

export type Schemas = components['schemas'];

const signed: Middleware = {
  async onRequest({ request }) {
    const token = await session.freshToken();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) session.expire();
  },
  onError({ error }) {
    return new Unreachable({ cause: error });
  },
};

/** The API, as its OpenAPI document describes it. `answerOf` takes what it gives. */
export const api = createClient<paths>();
api.use(signed);

/** What came back. Throws `Refused` for a problem, `Unreachable` when the same request may be sent again. */
export async function answerOf<Data>(
  asked: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined) return data;
  if (isPassing(response.status)) throw new Unreachable({ cause: error });
  throw new Refused(problemOf(response.status, error));
}
