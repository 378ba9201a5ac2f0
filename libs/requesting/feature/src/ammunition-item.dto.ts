import { CASE_MATERIALS, type CaseMaterial, type PackagingKind, PACKAGINGS } from '@vestigo/arms';
import { OptionalCode, OptionalHeld, OptionalList, OptionalText, OptionalWhole, Text } from '@vestigo/http';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { OriginDto } from './marks.dto';

export const MOST_PIECES = 1_000_000_000;

export class HeadstampMarkDto {
  /** Its place on the clock. */
  @IsInt()
  @Min(1)
  @Max(12)
  readonly clock!: number;

  @Text(64)
  readonly text!: string;
}

export class HeadstampDto {
  @OptionalList(() => HeadstampMarkDto, 12)
  readonly marks?: readonly HeadstampMarkDto[];

  @OptionalText(64)
  readonly makerCode?: string;

  /** As stamped. */
  @OptionalText(16)
  readonly year?: string;
}

export class PackagingDto {
  @IsIn(PACKAGINGS)
  readonly kind!: PackagingKind;

  @OptionalText(200)
  readonly lot?: string;

  @OptionalWhole(1, MOST_PIECES)
  readonly quantity?: number;

  @OptionalText(200)
  readonly contractNumber?: string;

  @OptionalText(200)
  readonly destination?: string;

  /** As marked. */
  @OptionalText(64)
  readonly date?: string;
}

/** A lot of ammunition (IATG 03.50). */
export class AmmunitionItemDto extends OriginDto {
  @IsIn(['AMMUNITION'])
  readonly kind!: 'AMMUNITION';

  @OptionalText(200)
  readonly lot?: string;

  @OptionalHeld(() => HeadstampDto)
  readonly headstamp?: HeadstampDto;

  @OptionalCode(CASE_MATERIALS)
  readonly caseMaterial?: CaseMaterial;

  @OptionalText(200)
  readonly bulletType?: string;

  @OptionalText(64)
  readonly tipColour?: string;

  @OptionalText(64)
  readonly primerSealantColour?: string;

  @OptionalList(() => PackagingDto, 20)
  readonly packaging?: readonly PackagingDto[];

  @OptionalWhole(1, MOST_PIECES)
  readonly quantity?: number;
}
