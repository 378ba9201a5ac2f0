import type { Fault } from '@vestigo/kernel';

/** Where in the file something stands. */
export interface Place {
  /** Counted from 1. */
  readonly line: number;
  /** Of CSV. */
  readonly column?: string;
}

/** One request as the file holds it, before any rule was asked. */
export interface Draft {
  /** Tells it from the other requests of the file, and stays the same whenever the file is read. */
  readonly key: string;
  readonly line: number;
  /** How many rows or records of the file it takes. */
  readonly rows: number;
  readonly form: unknown;
  /** What the form of the file itself has wrong about it. */
  readonly faults: readonly (Fault & Place)[];
  /** Where the field is that a JSON pointer into the form names. */
  placeOf(pointer: string): Place;
}
