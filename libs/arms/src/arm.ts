import type { ArmType } from './arm-types';
import type { CalibreRef } from './calibres';
import type { FactoryMark } from './factory-marks';
import type { MakeRef } from './makes';
import type { Markings, Origin } from './marks';
import type { SerialRecord } from './serial';

export const ACTIONS = [
  'SEMI',
  'AUTO',
  'SELECT',
  'BOLT',
  'PUMP',
  'LEVER',
  'SINGLE',
  'DOUBLE',
  'REVOLVING',
  'BREAK',
] as const;
export type Action = (typeof ACTIONS)[number];

export const CONVERSIONS = [
  'NONE',
  'CONVERTED_BLANK',
  'REACTIVATED',
  'RIFLE_TO_AUTO',
  'HOMEMADE',
  '3D_PRINTED',
  'UNKNOWN',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/**
 * One arm, described as far as possible (ITI 17(b)): only its type is asked for, `UNKNOWN_SMALL` included, since
 * missing marks must not keep a request from being sent.
 */
export interface Arm extends Origin<MakeRef, CalibreRef>, Markings {
  readonly type: ArmType;
  readonly action?: Action;
  readonly serial?: SerialRecord;
  /** Parts carry numbers that do not belong together. */
  readonly partsMismatch?: boolean;
  /** Numbers on other parts than the one of `serial`. */
  readonly partSerials?: readonly SerialRecord[];
  /** A symbol that may tell the factory where no maker is named. */
  readonly factoryMark?: FactoryMark;
  readonly importer?: string;
  readonly proofMarks?: readonly string[];
  readonly stock?: string;
  readonly material?: string;
  /** Overall, in millimetres. */
  readonly lengthMm?: number;
  readonly conversion?: Conversion;
  readonly remarks?: string;
}
