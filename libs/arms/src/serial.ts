/** The part that carries the mark; the frame or receiver is the reference part (ISACS 05.31). */
export const MARKED_PARTS = ['FRAME_RECEIVER', 'SLIDE', 'BARREL', 'CYLINDER', 'BOLT', 'OTHER'] as const;
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

export const SCRIPTS = ['LATIN', 'CYRILLIC', 'GREEK', 'ARABIC_DIGITS', 'CHINESE', 'SYMBOL'] as const;
export type Script = (typeof SCRIPTS)[number];

/** How an erased number was made legible again. */
export const RESTORATION_METHODS = ['ETCH', 'MAGNETIC', 'ULTRASONIC', 'XRAY', 'OTHER'] as const;
export type RestorationMethod = (typeof RESTORATION_METHODS)[number];

/** A place in the number that can be read in more than one way. */
export interface UncertainPosition {
  /** Counted from 1 in the characters (code points) of the text as observed. */
  readonly position: number;
  /** What it may be; none when nothing can be made out. */
  readonly candidates: readonly string[];
}

/** A serial number as the examiner saw it: never one plain string. */
export interface SerialRecord {
  /** The exact Unicode text on the arm, `?` for a character that cannot be read; absent when there is nothing to read. */
  readonly asObserved?: string;
  /** The script that it is marked in, when the examiner says so: it may have been typed in another one. */
  readonly script?: Script;
  readonly part: MarkedPart;
  readonly condition: SerialCondition;
  readonly uncertainPositions?: readonly UncertainPosition[];
  readonly restoredBy?: RestorationMethod;
}

/** As much of a serial record as reading it takes. */
export type SerialReading = Pick<SerialRecord, 'asObserved' | 'uncertainPositions'> & {
  readonly script?: string;
};

/** Nothing is there to be read: the mark was erased, or never made. */
export function isIllegible({ condition }: Pick<SerialRecord, 'condition'>): boolean {
  return condition === 'OBLITERATED' || condition === 'NEVER_MARKED';
}

/** The scripts of a text, the one with most characters first; digits 0 to 9 belong to each and count as Latin only alone. */
export function scriptsIn(text: string): readonly Script[] {
  const counts = alphabets
    .map(([script, pattern]) => [script, text.match(pattern)?.length ?? 0] as const)
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one);
  if (counts.length > 0) return counts.map(([script]) => script);
  return [/[0-9]/.test(text) ? 'LATIN' : 'SYMBOL'];
}

const alphabets: readonly (readonly [Script, RegExp])[] = [
  ['CYRILLIC', /\p{Script=Cyrillic}/gu],
  ['GREEK', /\p{Script=Greek}/gu],
  ['ARABIC_DIGITS', /[\u0660-\u0669\u06f0-\u06f9]/gu],
  ['CHINESE', /\p{Script=Han}/gu],
  ['LATIN', /\p{Script=Latin}/gu],
];

/** The script that the examiner names, or else the one that most of the text is in. */
export function scriptOf({ asObserved, script }: SerialReading): Script | undefined {
  const named = SCRIPTS.find((one) => one === script);
  return named ?? (asObserved === undefined ? undefined : scriptsIn(asObserved)[0]);
}
