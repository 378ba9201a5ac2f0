import { claimsOf } from './claims-of-token';

export const ROLES = ['officer', 'liaison', 'coordinator', 'liaison-desk'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in, as the token or the exchange says. The service believes the signature, never the page. */
export interface Actor {
  readonly subject: string;
  readonly role: Role;
  /** ISO 3166-1 alpha-3; null for a coordinator and a liaison desk. */
  readonly state: string | null;
  readonly desk: string | null;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

/** One name for each person in each role: what is kept on this device is kept under it. */
export const personOf = ({ subject, role, state, desk }: Actor): string =>
  [role, state ?? desk ?? '', subject].join('|');

/** The actor in a token of the embedded issuer; undefined when it is none that the exchange takes. */
export function actorIn(token: string): Actor | undefined {
  const { sub, role, state = null, desk = null, exp } = claimsOf(token);
  const known = ROLES.find((one) => one === role);
  if (typeof sub !== 'string' || known === undefined || typeof exp !== 'number') return undefined;
  return {
    subject: sub,
    role: known,
    state: typeof state === 'string' ? state : null,
    desk: typeof desk === 'string' ? desk : null,
    expiresAt: exp * 1000,
  };
}
