import type { GivenCondition } from '@vestigo/handling';
import type { Ground, Outcome } from './codes';
import type { RegisterDate } from './register-date';

/** What happened to the arm on one step of its chain of custody. */
export const CHAIN_ROLES = [
  'MANUFACTURED',
  'SOLD',
  'EXPORTED',
  'IMPORTED',
  'TRANSITED',
  'ISSUED_TO_STATE_FORCE',
  'SOLD_RETAIL',
  'REGISTERED',
  'STOLEN_REPORTED',
  'LOST_REPORTED',
  'DESTROYED_REPORTED',
  'DEACTIVATED',
] as const;
export type ChainRole = (typeof CHAIN_ROLES)[number];

/** One step of the chain of custody, as the register has it (Firearms Protocol 7, 10(3), 10(4)). */
export interface ChainLink {
  readonly role: ChainRole;
  readonly date?: RegisterDate;
  /** Protected: from whom. */
  readonly from?: string;
  /** Protected: to whom. */
  readonly to?: string;
  /** Where the step took place, ISO 3166-1 alpha-3. */
  readonly state?: string;
  readonly documentReference?: string;
  readonly licence?: Licence;
  /** Whether the importer confirmed receipt (Firearms Protocol 10(4)); absent: not known. */
  readonly receiptConfirmed?: boolean;
}

export interface Licence {
  readonly reference?: string;
  readonly issuedOn?: RegisterDate;
  readonly expiresOn?: RegisterDate;
}

export const HOLDER_KINDS = ['PERSON', 'COMPANY', 'STATE_BODY'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

export const REGISTERS = ['IARMS', 'NATIONAL'] as const;

/** The record of theft or loss that the arm matches. */
export interface StolenLostMatch {
  readonly register: (typeof REGISTERS)[number];
  readonly reference: string;
}

export const DIVERSION_CAUSES = [
  'THEFT',
  'LOSS',
  'STATE_STOCK_LEAK',
  'EXPORT_DIVERSION',
  'STRAW_PURCHASE',
  'CONVERSION',
  'CRAFT',
  'BATTLEFIELD_CAPTURE',
  'UNKNOWN',
] as const;
export type DiversionCause = (typeof DIVERSION_CAUSES)[number];

/** Where and when the arm left the legal sphere: what a trace is for. */
export interface PointOfDiversion {
  readonly cause: DiversionCause;
  /** Not before. */
  readonly from?: RegisterDate;
  /** Not after. */
  readonly to?: RegisterDate;
  readonly place?: string;
}

/** Part of what is known is held back, on a ground and with its reason (ITI 22, 23). */
export interface Restriction {
  readonly ground: Ground;
  readonly reason: string;
}

/** What the State asked says on one item (ITI 20). Opaque outside the two States. */
export interface AnswerContent {
  readonly outcome: Outcome;
  /** Protected: who held the arm last in legal hands. */
  readonly lastLegalHolder?: string;
  readonly lastLegalHolderKind?: HolderKind;
  /** The State to ask next, ISO 3166-1 alpha-3. */
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  /** In the order in which the arm went from hand to hand. */
  readonly chain?: readonly ChainLink[];
  readonly stolenLostMatch?: StolenLostMatch;
  readonly pointOfDiversion?: PointOfDiversion;
  readonly restriction?: Restriction;
  /** How whoever gets the answer must handle it (ITI 15; Firearms Protocol 12(5)). */
  readonly conditions?: readonly GivenCondition[];
}
