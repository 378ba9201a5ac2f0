import type { Fault } from '@vestigo/kernel';

/** The one fault of a rule when it is broken. */
export const told = (broken: boolean, pointer: string, detail: string): readonly Fault[] =>
  broken ? [{ pointer, detail }] : [];
