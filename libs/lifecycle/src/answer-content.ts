import type { GivenCondition } from '@vestigo/handling';
import type { Ground } from './grounds';
import type { Outcome } from './outcomes';
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
export interface ChainLink<RoleCode extends string = ChainRole> {
  readonly role: RoleCode;
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
export type Register = (typeof REGISTERS)[number];

/** The record of theft or loss that the arm matches. */
export interface StolenLostMatch<RegisterCode extends string = Register> {
  readonly register: RegisterCode;
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
export interface PointOfDiversion<CauseCode extends string = DiversionCause> {
  readonly cause: CauseCode;
  /** Not before. */
  readonly from?: RegisterDate;
  /** Not after. */
  readonly to?: RegisterDate;
  readonly place?: string;
}

/** Part of what is known is held back, on a ground and with its reason (ITI 22, 23). */
export interface Restriction<GroundCode extends string = Ground> {
  readonly ground: GroundCode;
  readonly reason: string;
}

/** The codes that an answer speaks in. */
interface Codes {
  readonly outcome: string;
  readonly ground: string;
  readonly role: string;
  readonly holder: string;
  readonly register: string;
  readonly cause: string;
}

/** The codes of this version. */
interface OwnCodes extends Codes {
  readonly outcome: Outcome;
  readonly ground: Ground;
  readonly role: ChainRole;
  readonly holder: HolderKind;
  readonly register: Register;
  readonly cause: DiversionCause;
}

/** What the State asked says on the substance (ITI 20). Opaque outside the two States. */
export interface AnswerContent<Of extends Codes = OwnCodes> {
  readonly outcome: Of['outcome'];
  /** Protected: who held the arm last in legal hands. */
  readonly lastLegalHolder?: string;
  readonly lastLegalHolderKind?: Of['holder'];
  /** The State to ask next, ISO 3166-1 alpha-3. */
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  /** In the order in which the arm went from hand to hand. */
  readonly chain?: readonly ChainLink<Of['role']>[];
  readonly stolenLostMatch?: StolenLostMatch<Of['register']>;
  readonly pointOfDiversion?: PointOfDiversion<Of['cause']>;
  readonly restriction?: Restriction<Of['ground']>;
  /** How whoever gets the answer must handle it (ITI 15; Firearms Protocol 12(5)). */
  readonly conditions?: readonly GivenCondition[];
}

/** What the State asked says of one item. */
export interface ItemAnswer<Of extends Codes = OwnCodes> extends AnswerContent<Of> {
  /** Number of the item within the request. */
  readonly item: number;
}

/** An answer as it came from another desk, or from the log: its codes may be of a later version. */
export type ReceivedAnswerContent = AnswerContent<Codes>;
export type ReceivedItemAnswer = ItemAnswer<Codes>;
