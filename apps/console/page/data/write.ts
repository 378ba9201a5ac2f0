import type { Problem } from '../api/problem';
import type { MessageId } from '../messages/areas';

/** What a write sends. A photograph or a file goes as it is. */
export type WriteBody = { readonly json: unknown } | { readonly bytes: Blob };

/** A write as a screen asks for it. */
export interface Draft {
  readonly method: 'POST' | 'PUT';
  /** With its ids filled in: `/v1/cases/0198…/acknowledgement`. */
  readonly path: string;
  readonly body: WriteBody;
  /** The version that was seen, as the `ETag` said it: the write is refused when somebody was quicker. */
  readonly ifMatch?: string;
  /** What is written to, such as `cases/0198…`: writes of one lane go one after the other, and wait for one that was refused. */
  readonly lane: string;
  /** Says what it does, to who looks at what is waiting. */
  readonly label: MessageId;
  /** Beginnings of query keys: what the write changes is read again. */
  readonly changes: readonly (readonly string[])[];
  /** The screen where it can be mended when it is refused; the id of the write is added as `?mend=`. */
  readonly screen?: string;
}

export type WriteState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** A write that has been taken on: it has its Idempotency-Key from the start, so that it is done once however often it is sent. */
export interface Write extends Draft {
  /** Also the Idempotency-Key. */
  readonly id: string;
  /** Who has written it (`personOf`): nobody else may send it. */
  readonly person: string;
  /** Writes are sent in this order. */
  readonly place: number;
  readonly state: WriteState;
}

/** What became of a write that was sent. */
export type Sent =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No link, or the service is away, or nobody is signed in: to be sent again. */
  | { readonly kind: 'unreachable' };
