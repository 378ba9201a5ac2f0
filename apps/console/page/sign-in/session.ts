import { watched } from '../data/watched';
import { type Actor, actorIn } from './actor';

const key = 'vestigo.token';

interface Held {
  readonly token: string;
  readonly actor: Actor;
}

/** `signed-out` by choice; `expired` when the service no longer believes the token: what was under way can go on after signing in. */
export type SessionState =
  | { readonly kind: 'signed-in'; readonly actor: Actor }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'expired' };

function heldFrom(token: string | null): Held | undefined {
  const actor = token === null ? undefined : actorIn(token);
  return token !== null && actor && actor.expiresAt > Date.now() ? { token, actor } : undefined;
}

/** The token stays in this tab: in memory, and in its session storage so that a reload does not lose it. */
function openSession() {
  let held = heldFrom(sessionStorage.getItem(key));
  const signedOut: SessionState = { kind: 'signed-out' };
  const state = watched<SessionState>(held ? { kind: 'signed-in', actor: held.actor } : signedOut);
  const leave = (as: SessionState) => {
    held = undefined;
    sessionStorage.removeItem(key);
    state.set(as);
  };
  return {
    state,
    token: () => held?.token,
    /** False when the text is no token, or one that has expired. */
    signIn(token: string): boolean {
      const found = heldFrom(token);
      if (!found) return false;
      held = found;
      sessionStorage.setItem(key, token);
      state.set({ kind: 'signed-in', actor: found.actor });
      return true;
    },
    signOut: () => leave(signedOut),
    expire() {
      if (held) leave({ kind: 'expired' });
    },
  };
}

export const session = openSession();
