import type { CalibreRef } from './calibres';
import type { MakeRef } from './makes';
import type { Markings, Origin } from './marks';
import type { SerialRecord } from './serial';

/** Parts and components of FP 3(b). */
export const PART_TYPES = [
  'BARREL',
  'FRAME_RECEIVER',
  'SLIDE',
  'CYLINDER',
  'BOLT',
  'BREECH_BLOCK',
  'SILENCER',
  'OTHER',
] as const;
export type PartType = (typeof PART_TYPES)[number];

/** A part or component that was found without its arm. */
export interface Part extends Origin<MakeRef, CalibreRef>, Markings {
  readonly part: PartType;
  readonly serial?: SerialRecord;
  /** Pieces alike. */
  readonly quantity?: number;
  readonly remarks?: string;
}
