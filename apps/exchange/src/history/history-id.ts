import { createHash } from 'node:crypto';
import type { Instant } from '@vestigo/kernel';

/**
 * A UUIDv7 (RFC 9562) that the same history always gets: its time is the instant of the history, its other bits a digest of
 * `name`. An import that is run again meets its own ids.
 */
export function historyId(at: Instant, name: string): string {
  const digest = createHash('sha256').update(name).digest();
  digest.writeUIntBE(at, 0, 6);
  digest.writeUInt8(0x70 | (digest.readUInt8(6) & 0x0f), 6);
  digest.writeUInt8(0x80 | (digest.readUInt8(8) & 0x3f), 8);
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
