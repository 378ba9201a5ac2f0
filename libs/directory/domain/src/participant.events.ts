import type { Weekday } from '@vestigo/deadlines';
import type { DomainEvent, Instant } from '@vestigo/kernel';

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

/** From `validFrom` on and before `validTo`; open when absent. */
export interface Validity {
  readonly validFrom: Instant;
  readonly validTo?: Instant;
}

/** What an INTERPOL-type desk may be asked to do (ITI 33-35): it helps, and never answers for a State. */
export const DELEGABLE_ACTS = ['transmit', 'remind', 'comment'] as const;
export type DelegableAct = (typeof DELEGABLE_ACTS)[number];

/** A State lets a liaison desk act for it, from `from` on and before `to`; open when absent. */
export interface DeskDelegation {
  /** Code under which the desk signs in. */
  readonly desk: string;
  /** Name of the body, never of a person. */
  readonly body: string;
  readonly acts: readonly DelegableAct[];
  readonly from: Instant;
  readonly to?: Instant;
}

/** What marks tell of an arm: a marking of ITI 8(a), 8(b), 8(c), or a proof. */
export const MARK_KINDS = [
  'COUNTRY_SYMBOL',
  'FACTORY_MARK',
  'IMPORT_MARK',
  'STATE_STOCK_MARK',
  'PROOF_MARK',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** How a State marks arms, as States tell each other (PoA III.12). */
export interface MarkingPractice {
  readonly kind: MarkKind;
  /** The mark as it is read on an arm, or the code of its symbol; `*` stands for any characters, as a running number. */
  readonly mark: string;
  /** How the mark is made up, in words. */
  readonly format?: string;
  /** First and last year in which arms were marked so; unknown when absent. */
  readonly usedFrom?: number;
  readonly usedTo?: number;
  /** Where this is known from. */
  readonly source: string;
  /** Whether it was checked with the State; what was not is never more than a hint. */
  readonly verified: boolean;
}

/** A statement about the entry that version `number` of the stream brought, as it should have been. */
export interface Correction {
  readonly number: number;
  readonly reason: string;
}

/** When the requests of a State lapse by themselves, in days of its desk from 1 up; what is absent is off. */
export interface LapsePolicy {
  /** Nothing was heard or done on a request that waits for an answer. */
  readonly afterIdleDays?: number;
  /** The State asked waits for information (ITI 21). */
  readonly afterQuestionDays?: number;
}

/** Everything that can stand in a stream `participant-<code>`. A contact without `validFrom` is valid from its registration on. */
export type ParticipantEvent =
  | DomainEvent<'PointOfContactRegistered', PointOfContact & Partial<Validity>>
  | DomainEvent<'PointOfContactCorrected', PointOfContact & Validity & Correction>
  | DomainEvent<'DeskDelegated', DeskDelegation>
  | DomainEvent<'DelegationEnded', { readonly number: number; readonly to: Instant }>
  | DomainEvent<'ReviewPolicySet', { readonly reviewRequired: boolean }>
  | DomainEvent<'LapsePolicySet', LapsePolicy>
  | DomainEvent<'MarkingPracticeRecorded', MarkingPractice>
  | DomainEvent<'MarkingPracticeCorrected', MarkingPractice & Correction>;
