import {
  COUNTRY_BASES,
  type CountryBasis,
  CALIBRE_REFS,
  type CalibreRef,
  MAKE_REFS,
  type MakeRef,
  MARK_KINDS,
  type MarkKind,
} from '@vestigo/arms';
import { OptionalCode, OptionalList, OptionalText, OptionalWhole } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';

/** Digest (SHA-256) in lower-case hexadecimal. */
export const SHA256 = /^[0-9a-f]{64}$/;

export class ImportMarkDto {
  @IsIn(STATE_CODES)
  readonly country!: string;

  @OptionalWhole(1800, 2200)
  readonly year?: number;

  @OptionalText(500)
  readonly text?: string;
}

export class OtherMarkDto {
  @IsIn(MARK_KINDS)
  readonly kind!: MarkKind;

  @OptionalText(2000)
  readonly text?: string;

  @OptionalText(200)
  readonly location?: string;

  @IsOptional()
  @Matches(SHA256)
  readonly photograph?: string;
}

/** Whose make a thing is: texts as marked, each beside its canonical reference. */
export class OriginDto {
  /** Its place among the items, from 1: it may be left out. */
  @OptionalWhole(1, 500)
  readonly number?: number;

  /** In a follow-on request: number of the item of its parent; the same as its own when absent. */
  @OptionalWhole(1, 500)
  readonly followsItem?: number;

  @OptionalText(200)
  readonly make?: string;

  @OptionalCode(MAKE_REFS)
  readonly makeRef?: MakeRef;

  @OptionalText(200)
  readonly model?: string;

  @OptionalText(64)
  readonly modelRef?: string;

  @OptionalText(100)
  readonly calibre?: string;

  @OptionalCode(CALIBRE_REFS)
  readonly calibreRef?: CalibreRef;

  @OptionalCode(STATE_CODES)
  readonly countryOfManufacture?: string;

  @OptionalCode(COUNTRY_BASES)
  readonly countryBasis?: CountryBasis;

  @OptionalWhole(1500, 2200)
  readonly yearOfManufacture?: number;

  @OptionalText(4000)
  readonly remarks?: string;
}

/** The same, and the marks that arms and parts carry. */
export class MarkedDto extends OriginDto {
  @OptionalList(() => ImportMarkDto, 20)
  readonly importMarks?: readonly ImportMarkDto[];

  @OptionalList(() => OtherMarkDto, 50)
  readonly otherMarks?: readonly OtherMarkDto[];

  @IsOptional()
  @IsBoolean()
  readonly markTampering?: boolean;
}
