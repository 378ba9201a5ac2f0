import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  CHAIN_ROLES,
  type ChainRole,
  DIVERSION_CAUSES,
  type DiversionCause,
  type Ground,
  GROUNDS,
  HOLDER_KINDS,
  type HolderKind,
  type Outcome,
  OUTCOMES,
  type Register,
  REGISTERS,
} from '@vestigo/lifecycle';
import { STATE_CODES } from '@vestigo/states';
import { HandlingConditionDto } from './handling-condition.dto';

/** Year, month or day. */
const registerDate = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** On which ground part of what is known is held back, and why (ITI 22, 23). */
export class RestrictionDto {
  @IsIn(GROUNDS)
  readonly ground!: Ground;

  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly reason!: string;
}

export class LicenceDto {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly reference?: string;

  @IsOptional()
  @Matches(registerDate)
  readonly issuedOn?: string;

  @IsOptional()
  @Matches(registerDate)
  readonly expiresOn?: string;
}

/** One step of the chain of custody (Firearms Protocol 7, 10(3), 10(4)). */
export class ChainLinkDto {
  @IsIn(CHAIN_ROLES)
  readonly role!: ChainRole;

  @IsOptional()
  @Matches(registerDate)
  readonly date?: string;

  /** Protected. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly from?: string;

  /** Protected. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly to?: string;

  @IsOptional()
  @IsIn(STATE_CODES)
  readonly state?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly documentReference?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => LicenceDto)
  readonly licence?: LicenceDto;

  @IsOptional()
  @IsBoolean()
  readonly receiptConfirmed?: boolean;
}

export class StolenLostMatchDto {
  @IsIn(REGISTERS)
  readonly register!: Register;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly reference!: string;
}

export class PointOfDiversionDto {
  @IsIn(DIVERSION_CAUSES)
  readonly cause!: DiversionCause;

  @IsOptional()
  @Matches(registerDate)
  readonly from?: string;

  @IsOptional()
  @Matches(registerDate)
  readonly to?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly place?: string;
}

/** What the registers gave on one item (ITI 20). */
export class AnswerContentDto {
  @IsIn(OUTCOMES)
  readonly outcome!: Outcome;

  /** Protected: read by officers of the two States, as far as the conditions allow. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly lastLegalHolder?: string;

  @IsOptional()
  @IsIn(HOLDER_KINDS)
  readonly lastLegalHolderKind?: HolderKind;

  @IsOptional()
  @IsIn(STATE_CODES)
  readonly onwardState?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly documentReference?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(8000)
  readonly remarks?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ChainLinkDto)
  readonly chain?: readonly ChainLinkDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => StolenLostMatchDto)
  readonly stolenLostMatch?: StolenLostMatchDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => PointOfDiversionDto)
  readonly pointOfDiversion?: PointOfDiversionDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => RestrictionDto)
  readonly restriction?: RestrictionDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(16)
  @ValidateNested({ each: true })
  @Type(() => HandlingConditionDto)
  readonly conditions?: readonly HandlingConditionDto[];
}
