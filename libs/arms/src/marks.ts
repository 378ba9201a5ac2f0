/** A mark added at import (ITI 8(b)): the country and, where possible, the year. */
export interface ImportMark {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly year?: number;
  /** As marked. */
  readonly text?: string;
}

/**
 * Marks beside the serial number; several are commonly taken for it. A State stock mark (ITI 8(c), PoA II.10) may tell the last
 * State holder better than the serial number of the factory.
 */
export const MARK_KINDS = [
  'FACTORY_SYMBOL',
  'STATE_STOCK',
  'UNIT',
  'INVENTORY',
  'ASSEMBLY',
  'PATENT',
  'INSPECTION',
  'UNIQUE_CODE',
  'OTHER',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface OtherMark {
  readonly kind: MarkKind;
  /** As marked. */
  readonly text?: string;
  /** Where on the arm. */
  readonly location?: string;
  /** Digest (SHA-256, hexadecimal) of the photograph that shows it. */
  readonly photograph?: string;
}

export const COUNTRY_BASES = ['MARKED', 'INFERRED', 'UNKNOWN'] as const;
export type CountryBasis = (typeof COUNTRY_BASES)[number];

/** Whose make it is: texts as marked, each beside its canonical reference where a catalogue has one. */
export interface Origin<MakeCode extends string, CalibreCode extends string> {
  readonly make?: string;
  readonly makeRef?: MakeCode;
  readonly model?: string;
  readonly modelRef?: string;
  readonly calibre?: string;
  readonly calibreRef?: CalibreCode;
  /** ISO 3166-1 alpha-3. */
  readonly countryOfManufacture?: string;
  readonly countryBasis?: CountryBasis;
  readonly yearOfManufacture?: number;
}

/** Marks of an arm or a part of one, the serial number apart. */
export interface Markings {
  readonly importMarks?: readonly ImportMark[];
  readonly otherMarks?: readonly OtherMark[];
  /** Marks were faked, erased, removed or altered: evidence by itself (FP 5(1)(c)). */
  readonly markTampering?: boolean;
}
