import type { JWTPayload } from 'jose';
import type { ActorClaims, Role } from './actor';
import { isRole } from './actor';

/** Where an issuer says who somebody is. A name that begins with `/` leads into the claims (JSON Pointer, RFC 6901). */
export interface ClaimNames {
  readonly state: string;
  readonly role: string;
  readonly authority: string;
  readonly desk: string;
  /** Our roles by what the issuer calls them; absent: it calls them as we do. */
  readonly roles?: ReadonlyMap<string, Role>;
  /**
   * The State whose issuer it is: whoever it names belongs to it. It speaks for no other State, and makes no coordinator and
   * no liaison desk.
   */
  readonly onlyState?: string;
}

export const USUAL_CLAIMS: ClaimNames = {
  state: 'state',
  role: 'role',
  authority: 'authority',
  desk: 'desk',
};

/** What the claims of a token say of an actor; whether they make one says `flawOf`. */
export function actorClaimsIn(claims: JWTPayload, names: ClaimNames): ActorClaims {
  const role = roleIn(claimAt(claims, names.role), names.roles);
  const state = claimAt(claims, names.state) ?? null;
  const isOfState = role === 'officer' || role === 'liaison';
  return {
    subject: claims.sub,
    state: state === null && isOfState ? (names.onlyState ?? null) : state,
    role,
    authority: claimAt(claims, names.authority) ?? undefined,
    desk: claimAt(claims, names.desk),
  };
}

/** What an issuer of one State may not say, in words; undefined when it may say it. */
export function overreachOf({ state }: ActorClaims, { onlyState }: ClaimNames): string | undefined {
  return onlyState === undefined || state === onlyState
    ? undefined
    : `its issuer speaks for ${onlyState} alone`;
}

/** Groups come as a list: of those that are roles here there must be one. */
function roleIn(said: unknown, roles: ClaimNames['roles']): unknown {
  const words: readonly unknown[] = Array.isArray(said) ? said : [said];
  const known = words.flatMap((word) => {
    const role = roles && typeof word === 'string' ? roles.get(word) : word;
    return isRole(role) ? [role] : [];
  });
  const [first, second] = new Set(known);
  return second === undefined ? first : undefined;
}

function claimAt(claims: JWTPayload, name: string): unknown {
  if (!name.startsWith('/')) return claims[name];
  let found: unknown = claims;
  for (const part of name.slice(1).split('/')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return found;
}
