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

/** ITI 4(a) a weapon for one user, ITI 4(b) one for a crew. */
export type ArmLevel = 'SMALL_ARM' | 'LIGHT_WEAPON';

export function levelOf(type: ArmType): ArmLevel {
  return lightWeapons.has(type) ? 'LIGHT_WEAPON' : 'SMALL_ARM';
}

const lightWeapons: ReadonlySet<string> = new Set(LIGHT_WEAPON_TYPES);

/** The rows in which the United Nations Illicit Arms Flows Questionnaire counts arms. */
export const QUESTIONNAIRE_ROWS = [
  'PISTOLS',
  'REVOLVERS',
  'RIFLES',
  'SHOTGUNS',
  'SUB_MACHINE_GUNS',
  'MACHINE_GUNS',
  'OTHER',
  'UNKNOWN',
] as const;
export type QuestionnaireRow = (typeof QUESTIONNAIRE_ROWS)[number];

export function questionnaireRowOf(type: ArmType): QuestionnaireRow {
  return rows[type] ?? 'OTHER';
}

const rows: Readonly<Partial<Record<ArmType, QuestionnaireRow>>> = {
  PISTOL_SELFLOADING: 'PISTOLS',
  REVOLVER: 'REVOLVERS',
  RIFLE_CARBINE: 'RIFLES',
  ASSAULT_RIFLE: 'RIFLES',
  SHOTGUN: 'SHOTGUNS',
  SMG: 'SUB_MACHINE_GUNS',
  LMG: 'MACHINE_GUNS',
  HMG: 'MACHINE_GUNS',
  UNKNOWN_SMALL: 'UNKNOWN',
};
