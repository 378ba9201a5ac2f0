import type { Ground } from './grounds';
import type { Outcome } from './outcomes';

/** Part of what is known is held back, on a ground and with its reason (ITI 22, 23). */
export interface Restriction<GroundCode extends string = Ground> {
  readonly ground: GroundCode;
  readonly reason: string;
}

/** What the State asked says of one item. */
export interface ItemAnswer<OutcomeCode extends string = Outcome, GroundCode extends string = Ground> {
  /** Number of the item within the request. */
  readonly item: number;
  readonly outcome: OutcomeCode;
  /** Protected: who held the arm last in legal hands. */
  readonly lastLegalHolder?: string;
  /** The State to ask next, ISO 3166-1 alpha-3. */
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  readonly restriction?: Restriction<GroundCode>;
}

/** An answer as it came from another desk: its codes may be of a later version. */
export type ReceivedItemAnswer = ItemAnswer<string, string>;
