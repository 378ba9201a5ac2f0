import { hash } from 'node:crypto';
import type { Actor } from '@vestigo/identity';
import { type CommandContext, Rejection } from '@vestigo/kernel';
import { canonicalJson } from './canonical-json';

const bare = /^[!#-~]{1,128}$/;
const quoted = /^"([!#-[\]-~]{1,128})"$/;
const uuidV7 = /^([0-9a-f]{8}-[0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The key of an `Idempotency-Key` header, bare or in quotes. */
export function idempotencyKeyOf(header: string): string {
  const key = quoted.exec(header)?.[1] ?? (bare.test(header) ? header : undefined);
  if (key !== undefined) return key;
  throw new Rejection(
    'invalid',
    'idempotency-key-malformed',
    'An Idempotency-Key is one to 128 visible ASCII characters, best a UUIDv7. Use a new one for each command.',
  );
}

/**
 * The id that a command has under its key. The key belongs to the State (or to the actor who has none) and to one address:
 * two States that choose the same key do not meet. A UUIDv7 lends its time to the id, so that ids grow with time; any other
 * key makes a UUIDv8 (RFC 9562, 5.8).
 */
export function messageIdOf({ state, subject }: Actor, method: string, path: string, key: string): string {
  const owner = state === null ? { subject } : { state };
  const digest = hash('sha256', canonicalJson([owner, method, path, key]), 'hex');
  const time = uuidV7.exec(key)?.[1]?.toLowerCase();
  const variant = ((Number.parseInt(digest.charAt(15), 16) & 0x3) | 0x8).toString(16);
  return [
    time ?? `${digest.slice(0, 8)}-${digest.slice(8, 12)}`,
    `${time === undefined ? 8 : 7}${digest.slice(12, 15)}`,
    `${variant}${digest.slice(16, 19)}`,
    digest.slice(19, 31),
  ].join('-');
}

/** The same for bodies that say the same, in whatever order. */
export function fingerprintOf(body: unknown): string {
  return hash('sha256', canonicalJson(body), 'base64url');
}

/** The id of a stream that the command begins: repeated under its key, it begins the same one. */
export function idFor({ messageId }: CommandContext, newId: () => string): string {
  return messageId ?? newId();
}
