/** Arm types in two levels, after the definitions of ITI 4 and the metadata of SDG indicator 16.4.2. */
export const SMALL_ARM_TYPES = [
  'PISTOL_SELFLOADING',
  'REVOLVER',
  'RIFLE_CARBINE',
  'ASSAULT_RIFLE',
  'SHOTGUN',
  'SMG',
  'LMG',
  'OTHER_SMALL',
  'UNKNOWN_SMALL',
] as const;

export const LIGHT_WEAPON_TYPES = [
  'HMG',
  'GL_HANDHELD_UNDERBARREL',
  'GL_MOUNTED',
  'AA_GUN_PORTABLE',
  'AT_GUN_PORTABLE',
  'RECOILLESS',
  'AT_MISSILE_ROCKET_LAUNCHER',
  'MANPADS',
  'MORTAR_LT_100MM',
  'OTHER_LIGHT',
] as const;

export const ARM_TYPES = [...SMALL_ARM_TYPES, ...LIGHT_WEAPON_TYPES] as const;
export type ArmType = (typeof ARM_TYPES)[number];

/** The part that carries the mark; the frame or receiver is the reference part (ISACS 05.31). */
export const MARKED_PARTS = ['FRAME_RECEIVER', 'SLIDE', 'BARREL', 'BOLT', 'OTHER'] as const;
export type MarkedPart = (typeof MARKED_PARTS)[number];

export const SERIAL_CONDITIONS = [
  'INTACT',
  'PARTIAL',
  'OBLITERATED',
  'RESTORED',
  'ALTERED',
  'NEVER_MARKED',
  'NOT_EXAMINED',
] as const;
export type SerialCondition = (typeof SERIAL_CONDITIONS)[number];

/** A serial number as the examiner saw it: never one plain string. */
export interface SerialRecord {
  /** The exact Unicode text on the arm; absent when nothing can be read. */
  readonly asObserved?: string;
  readonly part: MarkedPart;
  readonly condition: SerialCondition;
}

/** A mark added at import (ITI 8(b)): the country and, where possible, the year. */
export interface ImportMark {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly year?: number;
}

/**
 * One arm, described as far as possible (ITI 17(b)): only its type is asked for, `UNKNOWN_SMALL` included, since
 * missing marks must not keep a request from being sent.
 */
export interface Arm {
  readonly type: ArmType;
  readonly make?: string;
  readonly model?: string;
  readonly calibre?: string;
  readonly serial?: SerialRecord;
  /** ISO 3166-1 alpha-3. */
  readonly countryOfManufacture?: string;
  readonly importMarks?: readonly ImportMark[];
  readonly otherMarks?: string;
}
