import type { PersistedClient } from '@tanstack/react-query-persist-client';

/** Keys that begin so hold what an officer wrote and has not sent; all others hold what can be read again. */
export const WRITING = 'writing';

/** What a build of the page may take over from the one before: answers may have another form now, what somebody wrote is not given up. */
export function takenOver(kept: PersistedClient, build: string): PersistedClient {
  if (kept.buster === build) return kept;
  const queries = kept.clientState.queries.filter(({ queryKey }) => queryKey[0] === WRITING);
  return { ...kept, buster: build, clientState: { mutations: [], queries } };
}
