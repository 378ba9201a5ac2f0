import { Unavailable } from '@vestigo/kernel';

/** An address that nobody on the way can answer for: https, or this machine. */
export function isSafeAddress(url: URL | null): url is URL {
  const here = ['127.0.0.1', '[::1]', 'localhost'];
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && here.includes(url.hostname));
}

/**
 * Where an issuer publishes its keys, by its own word (OpenID Connect Discovery 1.0, 4). Throws `Unavailable` when it does not
 * say, or says that it is another issuer. `patience`: milliseconds until it is given up.
 */
export async function keyAddressOf(issuer: string, patience: number): Promise<URL> {
  const described = await descriptionAt(
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    patience,
  );
  if (described.issuer !== issuer) {
    throw new Unavailable(`the identity provider at ${issuer} calls itself ${String(described.issuer)}`);
  }
  const address = URL.parse(String(described.jwks_uri));
  if (isSafeAddress(address)) return address;
  throw new Unavailable(`the identity provider at ${issuer} names no https address of its keys`);
}

interface Description {
  readonly issuer?: unknown;
  readonly jwks_uri?: unknown;
}

async function descriptionAt(address: string, patience: number): Promise<Description> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' });
  const said: unknown = answer.ok ? await answer.json() : undefined;
  if (typeof said === 'object' && said !== null) return said;
  throw new Unavailable(`${address} answered ${String(answer.status)}`);
}
