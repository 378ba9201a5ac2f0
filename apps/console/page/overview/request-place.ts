import type { Actor } from '../sign-in/actor';

interface Parties {
  readonly requestingState: string;
  readonly respondingState: string;
}

/** Where a request is told of to this reader: its desk has it whole, whoever watches over all sees where it stands. */
export function requestPlace(
  { state }: Pick<Actor, 'state'>,
  { requestingState, respondingState }: Parties,
): '/requests/$id' | '/cases/$id' | '/traces/$id' {
  if (state === requestingState) return '/requests/$id';
  return state === respondingState ? '/cases/$id' : '/traces/$id';
}
