import type { CalibreRef } from './calibres';
import type { MakeRef } from './makes';
import type { Origin } from './marks';

export const CASE_MATERIALS = ['BRASS', 'STEEL', 'ALUMINIUM', 'POLYMER', 'PAPER', 'OTHER'] as const;
export type CaseMaterial = (typeof CASE_MATERIALS)[number];

export const PACKAGINGS = ['BOX', 'TIN', 'CRATE', 'OTHER'] as const;
export type PackagingKind = (typeof PACKAGINGS)[number];

/** What is stamped into the base of the case, by its place on the clock. Often no more than maker and year. */
export interface Headstamp {
  readonly marks?: readonly { readonly clock: number; readonly text: string }[];
  readonly makerCode?: string;
  /** As stamped: two digits are common. */
  readonly year?: string;
}

export interface Packaging {
  readonly kind: PackagingKind;
  readonly lot?: string;
  /** Rounds that it says it holds. */
  readonly quantity?: number;
  readonly contractNumber?: string;
  readonly destination?: string;
  /** As marked. */
  readonly date?: string;
}

/** A lot of ammunition (IATG 03.50): a single round has no serial number. Outside the ITI, inside the Protocol (FP 3(c)). */
export interface Ammunition extends Origin<MakeRef, CalibreRef> {
  readonly lot?: string;
  readonly headstamp?: Headstamp;
  readonly caseMaterial?: CaseMaterial;
  readonly bulletType?: string;
  readonly tipColour?: string;
  /** Of the sealant around the primer. */
  readonly primerSealantColour?: string;
  readonly packaging?: readonly Packaging[];
  /** Rounds recovered. */
  readonly quantity?: number;
  readonly remarks?: string;
}
