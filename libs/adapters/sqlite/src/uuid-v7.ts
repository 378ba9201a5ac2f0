import { randomFillSync } from 'node:crypto';

const idsAPool = 256;
const bytesAnId = 10;
const largestCounter = 0xfff;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * UUIDs of version 7 (RFC 9562, 5.7), each greater than the one before: within a millisecond a 12-bit counter grows from a
 * random start (6.2, method 1); when it is used up, or the clock runs backwards, the time of the ids goes its own way.
 */
export function createUuidV7(
  clock: () => number = Date.now,
  random: (pool: Uint8Array) => void = randomFillSync,
): () => string {
  const pool = new Uint8Array(idsAPool * bytesAnId);
  let used = pool.length;
  let time = -1;
  let timePart = '';
  let counter = 0;

  const startAt = (instant: number, count: number) => {
    time = instant;
    const digits = instant.toString(16).padStart(12, '0');
    timePart = `${digits.slice(0, 8)}-${digits.slice(8)}`;
    counter = count;
  };

  return () => {
    if (used === pool.length) {
      random(pool);
      used = 0;
    }
    const from = used;
    used += bytesAnId;
    const pair = (index: number, and = 0xff, or = 0) => hex[((pool[from + index] ?? 0) & and) | or] ?? '';

    const now = Math.floor(clock());
    // The highest bit of the start is 0: at least 2,048 ids fit into a millisecond.
    if (now > time) startAt(now, (((pool[from + 8] ?? 0) & 0x07) << 8) | (pool[from + 9] ?? 0));
    else if (counter < largestCounter) counter += 1;
    else startAt(time + 1, 0);

    const version = hex[0x70 | (counter >> 8)] ?? '';
    const variant = pair(0, 0x3f, 0x80);
    const tail = pair(2) + pair(3) + pair(4) + pair(5) + pair(6) + pair(7);
    return `${timePart}-${version}${hex[counter & 0xff] ?? ''}-${variant}${pair(1)}-${tail}`;
  };
}
