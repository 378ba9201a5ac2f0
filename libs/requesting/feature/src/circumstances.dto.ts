import { IsCalendarDate, OptionalCode, OptionalHeld, OptionalText, OptionalWhole } from '@vestigo/http';
import {
  PHOTOGRAPH_VIEWS,
  type PhotographView,
  PRIOR_CHECK_REGISTERS,
  PRIOR_CHECK_RESULTS,
  type PriorCheckRegister,
  type PriorCheckResult,
} from '@vestigo/requesting/domain';
import { STATE_CODES } from '@vestigo/states';
import { IsEmail, IsIn, IsInt, IsNumber, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { CheckHandlingDto } from './check-handling.dto';
import { SHA256 } from './marks.dto';

/** Who at the desk can be spoken to, beside the point of contact that the directory tells. */
export class ContactDto {
  @OptionalText(200)
  readonly unit?: string;

  @OptionalText(200)
  readonly officer?: string;

  @OptionalText(64)
  readonly telephone?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  readonly email?: string;
}

/** Where it was recovered, as far as it is known. */
export class RecoveryPointDto {
  @OptionalCode(STATE_CODES)
  readonly state?: string;

  @OptionalText(200)
  readonly area?: string;

  /** WGS 84, degrees. */
  @IsOptional()
  @IsNumber()
  @Min(-90)
  @Max(90)
  readonly latitude?: number;

  @IsOptional()
  @IsNumber()
  @Min(-180)
  @Max(180)
  readonly longitude?: number;
}

export class PriorCheckDto {
  @IsIn(PRIOR_CHECK_REGISTERS)
  readonly register!: PriorCheckRegister;

  @IsIn(PRIOR_CHECK_RESULTS)
  readonly result!: PriorCheckResult;

  @IsOptional()
  @IsCalendarDate()
  readonly on?: string;

  @OptionalText(2000)
  readonly remarks?: string;

  /** Of a check that tells what another State answered: what binds whoever reads it. */
  @OptionalHeld(() => CheckHandlingDto)
  readonly handling?: CheckHandlingDto;
}

/** A file that is kept outside the log, by its digest. */
export class PhotographDto {
  @Matches(SHA256)
  readonly sha256!: string;

  @MaxLength(64)
  @Matches(/^image\/[a-z0-9.+-]+$/)
  readonly mediaType!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  readonly bytes!: number;

  @IsIn(PHOTOGRAPH_VIEWS)
  readonly view!: PhotographView;

  /** Number of the item that it shows. */
  @OptionalWhole(1, 500)
  readonly item?: number;
}
