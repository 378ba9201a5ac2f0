import type { ConditionData } from './answer-schema';
import type { ItemData } from './item-data';

/** The request as it was submitted (ITI 17), version 2. */
export interface RequestData {
  readonly reference?: string;
  readonly contact?: {
    readonly unit?: string;
    readonly officer?: string;
    readonly telephone?: string;
    readonly email?: string;
  };
  readonly channel: string;
  readonly priority: string;
  readonly justification?: string;
  readonly regimes: readonly string[];
  readonly illicitGrounds: readonly string[];
  /** A licit arm used in a crime: outside the right to ask of the ITI. */
  readonly licitCrime?: boolean;
  readonly legalBasis: string;
  readonly intendedUse: string;
  readonly intendedUseText?: string;
  readonly acquisitionMode: string;
  /** ISO 8601 calendar date, or its year, or its year and month. */
  readonly recoveredOn?: string;
  readonly recoveryPlace?: string;
  readonly recoveredAt?: {
    readonly state?: string;
    readonly area?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  };
  readonly contexts?: readonly string[];
  readonly circumstances?: string;
  readonly restrictionsProposed?: readonly string[];
  /** ITI 15. */
  readonly cannotComplyWith?: readonly string[];
  readonly cannotComplyReason?: string;
  readonly informationSought?: readonly string[];
  readonly priorChecks?: readonly {
    readonly register: string;
    readonly result: string;
    readonly on?: string;
    readonly remarks?: string;
    /** Of one that tells what another State answered: who that is, and what binds whoever reads it (ITI 15). */
    readonly handling?: { readonly giver: string; readonly conditions: readonly ConditionData[] };
  }[];
  readonly parentRequestId?: string;
  readonly duplicateOf?: string;
  readonly photographs?: readonly {
    readonly sha256: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly view: string;
    readonly item?: number;
  }[];
  readonly items: readonly ItemData[];
}
