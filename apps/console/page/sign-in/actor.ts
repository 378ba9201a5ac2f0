export const ROLES = ['officer', 'liaison', 'coordinator', 'liaison-desk'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in, as the token says. The service believes the signature, never the page. */
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

/** The claims of a token; undefined when it is none that the exchange takes. */
export function actorIn(token: string): Actor | undefined {
  const claims = claimsIn(token);
  const { sub, role, state = null, desk = null, exp } = claims;
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

interface Claims {
  readonly sub?: unknown;
  readonly role?: unknown;
  readonly state?: unknown;
  readonly desk?: unknown;
  readonly exp?: unknown;
}

function claimsIn(token: string): Claims {
  try {
    const [, part = ''] = token.split('.');
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)));
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
