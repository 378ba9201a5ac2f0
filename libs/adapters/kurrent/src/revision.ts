import {
  type AppendExpectedRevision,
  NO_STREAM,
  type Position as Place,
  type ReadPosition,
  START,
} from '@eventstore/db-client';
import type { Position } from '@vestigo/kernel';

/** The server counts from 0 and names the last event; a version is the number of events. */
export function revisionOf(version: number): AppendExpectedRevision {
  return version === 0 ? NO_STREAM : BigInt(version - 1);
}

/** The version of a stream whose last event has this revision. */
export function versionOf(revision: bigint): number {
  return exact(revision) + 1;
}

/**
 * Bytes from the start of the server's log. Events appended here stand at a commit position of their own that is their
 * prepare position as well; a log of 9 petabytes would pass the largest safe integer.
 */
export function positionOf(place: Place): Position {
  return exact(place.commit);
}

/** Where to read from or subscribe after: the server's first own record stands at 0. */
export function placeOf(position: Position): ReadPosition {
  if (position === 0) return START;
  return { commit: BigInt(position), prepare: BigInt(position) };
}

function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${value} is larger than a number can hold exactly`);
  return number;
}
