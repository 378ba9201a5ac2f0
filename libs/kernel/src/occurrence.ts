import type { Instant } from './event';
import { Rejection } from './rejection';

/** A desk may log late what it did earlier, never what it has not done yet. */
export function happenedAlready(at: Instant, now: Instant): Rejection | undefined {
  if (at <= now) return undefined;
  return new Rejection(
    'invalid',
    'in-the-future',
    'This instant has not come yet. Give the time at which it happened.',
    [{ pointer: '/occurredAt', detail: 'must not be in the future' }],
  );
}
