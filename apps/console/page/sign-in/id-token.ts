import { claimsOf } from './claims-of-token';

/** Milliseconds that the clocks of this device and of the provider may be apart. */
const skew = 300_000;

interface Asked {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
}

/**
 * Whether an ID token is the one that was asked for (OpenID Connect Core 1.0, 3.1.3.7). It came from the token endpoint itself, so
 * TLS vouches for it in place of its signature (item 6 there).
 */
export function isAskedFor(
  idToken: string,
  { issuer, clientId, nonce }: Asked,
  now: number = Date.now(),
): boolean {
  const { iss, aud, azp, nonce: said, exp, sub } = claimsOf(idToken);
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  return (
    iss === issuer &&
    audience.includes(clientId) &&
    (azp === undefined || azp === clientId) &&
    said === nonce &&
    typeof sub === 'string' &&
    typeof exp === 'number' &&
    exp * 1000 > now - skew
  );
}
