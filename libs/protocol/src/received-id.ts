import { createHash } from 'node:crypto';
import type { TracingMessage } from './messages';

/**
 * The id under which a receiver appends what a message leads to: always the same for one message, and never the sender's own,
 * since a reply to it may come back into the stream that it came from. A UUIDv8 (RFC 9562, 5.8) that keeps the time of a
 * UUIDv7, so that ids grow with time.
 */
export function receivedId({ from, id }: Pick<TracingMessage, 'from' | 'id'>): string {
  const digest = createHash('sha256').update(`${from} ${id}`).digest('hex');
  const variant = ((Number.parseInt(digest.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${id.slice(0, 13)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
