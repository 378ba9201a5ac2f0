import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  jwksCache,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
} from 'jose';
import { Unavailable } from '@vestigo/kernel';

/** A setting that cannot be used; says which and what it must be. */
export class InvalidTokenSetting extends Error {}

/** Public keys of an issuer from a file (RFC 7517, 5). Throws `InvalidTokenSetting`, also for a key that can sign. */
export async function keysIn(file: string): Promise<JWTVerifyGetKey> {
  const keySet = keySetOf(await textOf(file));
  if (!keySet)
    throw new InvalidTokenSetting(`${file} holds no set of keys: {"keys":[…]} with one key or more.`);
  if (keySet.keys.some(canSign)) {
    throw new InvalidTokenSetting(
      `${file} holds a key that can sign. A service that only checks tokens must not have it: give it the public key alone.`,
    );
  }
  return createLocalJWKSet(keySet);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InvalidTokenSetting(`The file of public keys ${file} cannot be read.`, { cause });
  }
}

function keySetOf(text: string): JSONWebKeySet | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKeySet(value) && value.keys.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (typeof value !== 'object' || value === null || !('keys' in value)) return false;
  return Array.isArray(value.keys) && value.keys.every((key) => typeof key === 'object' && key !== null);
}

/** The private part of a key of RSA, of an elliptic curve or of octets, or a secret (RFC 7518, 6; RFC 8037, 2). */
const canSign = (key: object) => 'd' in key || 'k' in key || 'priv' in key;

export interface KeysAtOptions {
  /** Milliseconds until the provider is given up, and then until it is asked again; 5000 unless told. */
  readonly patience?: number;
  /** Milliseconds until the keys are asked for again; ten minutes unless told. */
  readonly fresh?: number;
  /** Milliseconds after an answer in which an unknown key leads to no further question; 10 s unless told. */
  readonly cooldown?: number;
  /** Milliseconds for which keys serve on while the provider does not answer; a day unless told. */
  readonly longest?: number;
}

/**
 * Public keys of an identity provider from their address, which may have to be asked for itself. They are asked
 * for at first use, when they are old, and when a token names a key that is not among them. While the provider does not
 * answer, the last ones serve on. Throws `Unavailable`.
 */
export function keysAt(
  address: URL | ((patience: number) => Promise<URL>),
  options: KeysAtOptions = {},
): JWTVerifyGetKey {
  const { patience = 5_000, fresh = 600_000, cooldown = 10_000, longest = 86_400_000 } = options;
  const cache: JWKSCacheInput = {};
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  const found = async () =>
    (keys ??= createRemoteJWKSet(typeof address === 'function' ? await address(patience) : address, {
      timeoutDuration: patience,
      cooldownDuration: cooldown,
      cacheMaxAge: fresh,
      [jwksCache]: cache,
    }));
  let silentUntil = -Infinity;
  let cause: unknown;
  return async (header, token) => {
    if (performance.now() >= silentUntil) {
      try {
        return await (
          await found()
        )(header, token);
      } catch (error) {
        if (isAboutToken(error)) throw error;
        cause = error;
        silentUntil = performance.now() + patience;
      }
    }
    const last = keys?.jwks();
    if (last && Date.now() - Number(cache['uat']) < longest) {
      const key = await createLocalJWKSet(last)(header, token).catch(() => undefined);
      if (key) return key;
    }
    throw new Unavailable('the identity provider does not answer', { cause });
  };
}

/** The provider has answered, and its keys do not fit this token. */
function isAboutToken(error: unknown): boolean {
  return [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some(
    (kind) => error instanceof kind,
  );
}
