/** Why a command is turned down: the edge chooses a status from it, never from the code. */
export type RejectionKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict';

/** What is wrong, where and what to do: one entry for each rule that was broken. */
export interface Fault {
  /** JSON pointer (RFC 6901) into the command body; '' for the whole. */
  readonly pointer: string;
  readonly detail: string;
}

/** A command refused by a rule. `code` is stable and says what is the case (`already-answered`). */
export class Rejection extends Error {
  constructor(
    readonly kind: RejectionKind,
    readonly code: string,
    detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
    this.name = 'Rejection';
  }
}
