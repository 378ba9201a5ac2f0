import { type Fault, type Instant, Rejection } from '@vestigo/kernel';

/** Who says something of a State, and when. */
export interface Act {
  /** The State that acts; null for the secretariat that keeps the directory. */
  readonly by: string | null;
  readonly state: string;
  readonly at: Instant;
  readonly now: Instant;
}

/** What the directory has under a number: the version of the stream that brought it. */
export interface Entry {
  readonly number: number;
}

export function numbered<One extends Entry>(entries: readonly One[], number: number): One | undefined {
  return entries.find((entry) => entry.number === number);
}

/** In the order of their numbers, whatever the order in which they became known. */
export function withEntry<One extends Entry>(entries: readonly One[], entry: One): readonly One[] {
  return [...entries.filter(({ number }) => number !== entry.number), entry].toSorted(
    (one, other) => one.number - other.number,
  );
}

export function unknownEntry(what: string, number: number): Rejection {
  return new Rejection(
    'not-found',
    'entry-not-found',
    `The directory has no ${what} ${number} of this State.`,
  );
}

export function periodFaults(from: Instant, to: Instant | undefined, pointer: string): readonly Fault[] {
  return to === undefined || to > from ? [] : [{ pointer, detail: 'must come after the beginning' }];
}

/** Nobody but the State itself gives away what it may do. */
export function ownActOnly({ by, state }: Act): Rejection | undefined {
  if (by === state) return undefined;
  return new Rejection('forbidden', 'not-your-state', 'Only the State itself may say this.');
}
