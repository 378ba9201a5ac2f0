import type { Weekday } from '@vestigo/deadlines';
import type { DomainEvent } from '@vestigo/kernel';

/** The body that answers for a State (ITI 25, Firearms Protocol 13(2)), and the clock its desk lives by. */
export interface PointOfContact {
  /** Name of the body, never of a person. */
  readonly body: string;
  readonly email: string;
  readonly telephone?: string;
  /** IANA time zone of the desk: day limits end at its midnight. */
  readonly timeZone: string;
  /** Days off each week, 0 Sunday to 6 Saturday. */
  readonly weekend: readonly Weekday[];
}

/** Everything that can stand in a stream `participant-<code>`. */
export type ParticipantEvent = DomainEvent<'PointOfContactRegistered', PointOfContact>;
