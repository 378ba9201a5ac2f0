import { type Hop, hopsOf, isSameHop, type KeptRequest } from './hop';

/** The questions about one arm from State to State, each after the one that it follows from. */
export interface Trail {
  readonly hops: readonly [Hop, ...Hop[]];
}

/** The trails of the arms that a request asks about, from their first question on, in the order of its items. */
export function trailsOf(requestId: string, requests: readonly KeptRequest[]): readonly Trail[] {
  const hops = hopsOf(requests);
  const firsts = hops.filter((hop) => hop.requestId === requestId).map((hop) => firstBefore(hop, hops));
  return [...new Set(firsts)].map((first) => ({ hops: withFollowing(first, hops, []) }));
}

/** The trail on which a question stands. */
export function trailThrough(hop: Hop, hops: readonly Hop[]): Trail {
  return { hops: withFollowing(firstBefore(hop, hops), hops, []) };
}

/** The questions that led to this one, the nearest first. */
export function hopsBefore(hop: Hop, hops: readonly Hop[]): readonly Hop[] {
  const before: Hop[] = [];
  for (let parent = parentOf(hop, hops); parent; parent = parentOf(parent, hops)) {
    // Requests that were taken over from elsewhere may name each other in a ring.
    if (parent === hop || before.includes(parent)) break;
    before.push(parent);
  }
  return before;
}

function parentOf({ follows }: Hop, hops: readonly Hop[]): Hop | undefined {
  return follows === null ? undefined : hops.find((other) => isSameHop(other, follows));
}

const firstBefore = (hop: Hop, hops: readonly Hop[]) => hopsBefore(hop, hops).at(-1) ?? hop;

function withFollowing(first: Hop, hops: readonly Hop[], path: readonly Hop[]): readonly [Hop, ...Hop[]] {
  const sofar = [...path, first];
  const next = hops
    .filter((hop) => hop.follows !== null && isSameHop(hop.follows, first) && !sofar.includes(hop))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
  return [first, ...next.flatMap((hop) => withFollowing(hop, hops, sofar))];
}

/** Place of its submission in the log. */
const placeOf = ({ history }: Hop) =>
  history.find(({ event }) => event.type === 'RequestSubmitted')?.position ?? 0;
