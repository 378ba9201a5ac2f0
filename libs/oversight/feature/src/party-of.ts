import type { Actor } from '@vestigo/identity';
import { Rejection } from '@vestigo/kernel';

/** A State's desk sees what its State is party to, and is told so when it asks for more. */
export function partyOf(
  actor: Actor,
  requesting: string | undefined,
  responding: string | undefined,
): string | null {
  const { state } = actor;
  const foreign =
    requesting !== undefined && responding !== undefined && ![requesting, responding].includes(state ?? '');
  if (state !== null && foreign) {
    throw new Rejection('forbidden', 'not-party', 'Your State is no party to this pair.');
  }
  return state;
}
