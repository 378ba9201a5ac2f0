import { type Instant, Rejection, type View } from '@vestigo/kernel';
import { NEWEST_FACT } from './request-clock.projection';

/**
 * The instant of a table of now: the clock's, or that of the newest fact where a clock that was ahead has dated it later.
 * A log never dates backwards, so all that is recorded until the clock has come that far bears that same instant, and still counts: an instant
 * that a table is made as of is included in it.
 */
export function latestKnown(clocks: View, now: Instant): Instant {
  return Math.max(now, clocks.get<{ readonly recordedAt: Instant }>(NEWEST_FACT)?.recordedAt ?? now);
}

/** The instant that a table is asked for; `latest` when none is named. Throws a `Rejection` for one that is later. */
export function asOfNamed(named: string | undefined, latest: Instant): Instant {
  const asOf = named === undefined ? latest : Date.parse(named);
  if (asOf <= latest) return asOf;
  throw new Rejection(
    'invalid',
    'in-the-future',
    'Nothing is known as of an instant that has not come yet.',
    [{ pointer: '/asOf', detail: 'must not be in the future' }],
  );
}
