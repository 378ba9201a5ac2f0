/** What is wrong with a file, and what to do; never what it says there. */
export interface FileFault {
  /** Counted from 1. */
  readonly line: number;
  readonly column?: string;
  readonly remedy: string;
}

/** A file that cannot be read to its end: what stands after the fault is not known. */
export class Unreadable extends Error {
  constructor(readonly faults: readonly FileFault[]) {
    super('The file cannot be read to its end.');
    this.name = 'Unreadable';
  }
}

export const unreadable = (line: number, remedy: string): Unreadable => new Unreadable([{ line, remedy }]);
