import { Unreachable } from '../api/problem';
import { watched } from '../data/watched';
import { type Actor, actorIn } from './actor';
import type { Granted } from './provider-tokens';
import { readSettings } from './settings';

const key = 'vestigo.token';
const heldKey = 'vestigo.granted';

/** Milliseconds before its end at which a token is renewed. */
const margin = 15_000;

interface Held {
  readonly token: string;
  readonly actor: Actor;
  /** By a provider; absent for a token that was handed out otherwise. */
  readonly granted?: Granted;
}

/** `signed-out` by choice; `expired` when the service no longer believes the token: what was under way can go on after signing in. */
export type SessionState =
  | { readonly kind: 'signed-in'; readonly actor: Actor }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'expired' };

const isGood = ({ actor, granted }: Held) =>
  actor.expiresAt > Date.now() || granted?.refreshToken !== undefined;

function heldFrom(token: string | null): Held | undefined {
  const actor = token === null ? undefined : actorIn(token);
  return token !== null && actor ? { token, actor } : undefined;
}

/** What lies in the session storage, good or no longer. */
function heldBefore(): Held | undefined {
  const text = sessionStorage.getItem(heldKey);
  return text === null ? heldFrom(sessionStorage.getItem(key)) : JSON.parse(text);
}

/** The token stays in this tab: in memory, and in its session storage so that a reload does not lose it. */
function openSession() {
  const before = heldBefore();
  let held = before && isGood(before) ? before : undefined;
  let renewing: Promise<void> | undefined;
  const signedOut: SessionState = { kind: 'signed-out' };
  const state = watched<SessionState>(
    held ? { kind: 'signed-in', actor: held.actor } : before ? { kind: 'expired' } : signedOut,
  );
  const forget = () => {
    held = undefined;
    sessionStorage.removeItem(key);
    sessionStorage.removeItem(heldKey);
  };
  const leave = (as: SessionState) => {
    forget();
    state.set(as);
  };
  const hold = (next: Held) => {
    forget();
    held = next;
    if (next.granted) sessionStorage.setItem(heldKey, JSON.stringify(next));
    else sessionStorage.setItem(key, next.token);
  };
  const expire = () => {
    if (held) leave({ kind: 'expired' });
  };
  /** Renews quietly: nobody who follows the session is told, since it is the same person. */
  const renew = async (ending: Held, refreshToken: string): Promise<void> => {
    const { signIn } = await readSettings().catch((cause: unknown) => {
      throw new Unreachable({ cause });
    });
    if (signIn.kind !== 'provider') return;
    const { renewed } = await import('./renewal');
    const granted = await renewed(signIn, ending.granted, refreshToken);
    if (held !== ending) return;
    if (granted) {
      const { expiresAt = Infinity } = granted;
      hold({ token: granted.token, actor: { ...ending.actor, expiresAt }, granted });
    } else if (ending.actor.expiresAt <= Date.now()) expire();
  };
  return {
    state,
    token: () => held?.token,
    /**
     * The token, renewed where it is about to end and the provider renews it. Throws `Unreachable` when it has ended and the provider
     * is away: what is to be sent then waits.
     */
    async freshToken(): Promise<string | undefined> {
      const refreshToken = held?.granted?.refreshToken;
      if (held && refreshToken !== undefined && held.actor.expiresAt - Date.now() < margin) {
        const ending = held;
        renewing ??= renew(ending, refreshToken).finally(() => (renewing = undefined));
        await renewing.catch((error: unknown) => {
          if (ending.actor.expiresAt <= Date.now()) throw error;
        });
      }
      return held?.token;
    },
    /** False when the text is no token, or one that has expired. */
    signIn(token: string): boolean {
      const found = heldFrom(token);
      if (!found || !isGood(found)) return false;
      hold(found);
      state.set({ kind: 'signed-in', actor: found.actor });
      return true;
    },
    /** Signs in by what a provider granted to somebody whom the exchange admits. */
    admit(granted: Granted, actor: Actor): void {
      hold({ token: granted.token, actor, granted });
      state.set({ kind: 'signed-in', actor });
    },
    /** Gives the ID token by which the provider, where there is one, knows whom to sign out. */
    signOut(): string | undefined {
      const idToken = held?.granted?.idToken;
      leave(signedOut);
      return idToken;
    },
    expire,
  };
}

export const session = openSession();
