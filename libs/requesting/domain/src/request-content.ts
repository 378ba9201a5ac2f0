import type { Item } from '@vestigo/arms';
import type { CheckHandling } from '@vestigo/lifecycle';
import type {
  AcquisitionMode,
  Channel,
  IllicitGround,
  InformationSought,
  IntendedUse,
  PhotographView,
  PriorCheckRegister,
  PriorCheckResult,
  Priority,
  RecoveryContext,
  UseLimit,
} from './codes';

/**
 * What the requesting State asks and why (ITI 17), version 2. Opaque outside the two States. Who may be spoken to on it is the point of
 * contact in force at its submission (ITI 25), which the directory tells; `contact` adds the officer's desk.
 */
export interface RequestContent {
  /** The requesting State's own case number. */
  readonly reference?: string;
  readonly contact?: Contact;
  readonly channel: Channel;
  readonly priority: Priority;
  /** Why it is urgent. */
  readonly justification?: string;
  /** Instruments that bind or guide the pair; the strictest limit applies. */
  readonly regimes: readonly string[];
  /** ITI 17(a) with ITI 6. */
  readonly illicitGrounds: readonly IllicitGround[];
  /** A licit arm used in a crime: no ground of ITI 6, and outside the right to ask under ITI 16. */
  readonly licitCrime?: boolean;
  /** The law, offence or embargo resolution (ITI 17(a)). */
  readonly legalBasis: string;
  /** ITI 17(c). */
  readonly intendedUse: IntendedUse;
  readonly intendedUseText?: string;
  readonly acquisitionMode: AcquisitionMode;
  /** ISO 8601 calendar date, as precise as is known: 2026, 2026-03 or 2026-03-14. */
  readonly recoveredOn?: string;
  /** The place as told. */
  readonly recoveryPlace?: string;
  readonly recoveredAt?: RecoveryPoint;
  readonly contexts?: readonly RecoveryContext[];
  readonly circumstances?: string;
  /** Limits that the requesting State offers to keep. */
  readonly restrictionsProposed?: readonly UseLimit[];
  /** Limits that it cannot keep, which it must say when it asks (ITI 15). */
  readonly cannotComplyWith?: readonly UseLimit[];
  readonly cannotComplyReason?: string;
  readonly informationSought?: readonly InformationSought[];
  readonly priorChecks?: readonly PriorCheck[];
  /** An earlier hop of the same arm, or the request that this one takes the place of. */
  readonly parentRequestId?: string;
  /** An earlier request on the same recovery. */
  readonly duplicateOf?: string;
  /** The files are kept outside the log; each is named by its digest. */
  readonly photographs?: readonly Photograph[];
  /** Numbered 1 to n in their order; each is answered by itself. */
  readonly items: readonly Item[];
}

/** A request that is being written: what ITI 17 asks for may not be said yet. */
export type DraftContent = Omit<RequestContent, 'intendedUse' | 'acquisitionMode'> &
  Partial<Pick<RequestContent, 'intendedUse' | 'acquisitionMode'>>;

export interface Contact {
  readonly unit?: string;
  readonly officer?: string;
  readonly telephone?: string;
  readonly email?: string;
}

/** Where on the map, as far as it is known. */
export interface RecoveryPoint {
  /** ISO 3166-1 alpha-3. */
  readonly state?: string;
  /** First administrative level. */
  readonly area?: string;
  /** WGS 84, degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface PriorCheck {
  readonly register: PriorCheckRegister;
  readonly result: PriorCheckResult;
  /** ISO 8601 date. */
  readonly on?: string;
  readonly remarks?: string;
  /** Of one that tells what another State answered. */
  readonly handling?: CheckHandling;
}

export interface Photograph {
  /** Hexadecimal, lower case. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly view: PhotographView;
  /** Number of the item that it shows. */
  readonly item?: number;
}
