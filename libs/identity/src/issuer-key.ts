import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';

export interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The public key as others are given it; its id is its thumbprint (RFC 7638). */
  readonly publicJwk: JWK & { readonly kid: string };
}

/**
 * The Ed25519 key pair of `<folder>/issuer.jwk.json`, made at first use and readable by the owner alone. The file
 * appears whole or not at all; of two processes that start together, both use the key of the first.
 */
export async function keyPairIn(folder: string): Promise<KeyPair> {
  const path = join(folder, 'issuer.jwk.json');
  const text = (await textOf(path)) ?? (await makeKey(folder, path));
  return keyPairOf(text, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function makeKey(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(await exportJWK(privateKey)));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
}

async function keyPairOf(text: string, path: string): Promise<KeyPair> {
  try {
    const jwk: unknown = JSON.parse(text);
    if (!isPrivateKey(jwk)) throw new Error('not a private key');
    const { kty, crv, x } = jwk;
    const [privateKey, publicKey, kid] = await Promise.all([
      importJWK(jwk, 'EdDSA'),
      importJWK({ kty, crv, x }, 'EdDSA'),
      calculateJwkThumbprint({ kty, crv, x }),
    ]);
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
      throw new Error('not a key pair');
    return { privateKey, publicKey, publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' } };
  } catch (cause) {
    throw new Error(
      `${path} holds no Ed25519 private key. Restore it, or remove it: a new key is then made and all tokens end.`,
      { cause },
    );
  }
}

function isPrivateKey(jwk: unknown): jwk is { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string } {
  if (typeof jwk !== 'object' || jwk === null) return false;
  const { kty, crv, x, d }: JWK = jwk;
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && typeof d === 'string';
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
