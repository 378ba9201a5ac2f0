import type { Schemas } from '../api/client';
import { isPassing, problemOf, Unreachable } from '../api/problem';
import type { Actor } from './actor';
import { claimsOf } from './claims-of-token';
import type { Granted } from './provider-tokens';
import { SignInFailed } from './sign-in-failed';

/** Who an access token of a provider speaks for: where State and role stand in it, the exchange alone knows. */
export async function admitted({ token, expiresAt }: Granted): Promise<Actor> {
  const answer = await fetch('/v1/actor', { headers: { authorization: `Bearer ${token}` } }).catch(
    (cause: unknown) => {
      throw new Unreachable({ cause });
    },
  );
  if (isPassing(answer.status)) throw new Unreachable();
  if (!answer.ok) {
    const problem = problemOf(answer.status, await answer.json().catch(() => undefined));
    throw new SignInFailed('not-admitted', problem.detail);
  }
  const actor: unknown = await answer.json();
  if (!isActorView(actor)) throw new SignInFailed('away', 'GET /v1/actor');
  const { subject, role, state, desk } = actor;
  return { subject, role, state, desk, expiresAt: expiresAt ?? endOf(token) };
}

const isActorView = (said: unknown): said is Schemas['ActorView'] =>
  typeof said === 'object' && said !== null && 'subject' in said && 'role' in said;

/** By the token itself, where the provider did not say how long it is good for. */
function endOf(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === 'number' ? exp * 1000 : Infinity;
}
