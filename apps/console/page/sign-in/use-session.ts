import { useSyncExternalStore } from 'react';
import type { Actor } from './actor';
import { session, type SessionState } from './session';

export const useSession = (): SessionState =>
  useSyncExternalStore(session.state.subscribe, session.state.get);

/** Who is signed in; only on screens behind the sign-in. */
export function useActor(): Actor {
  const state = useSession();
  if (state.kind !== 'signed-in') throw new Error('Nobody is signed in.');
  return state.actor;
}
