import { CONDITION_KINDS } from '@vestigo/handling';
import { OptionalCode, OptionalText } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** A condition that binds what another State answered, as it was given with the answer or with a consent (ITI 15). */
export class HeldConditionDto {
  @IsIn(CONDITION_KINDS)
  readonly kind!: string;

  /** NEED_TO_KNOW: the bodies that may know. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  readonly authorities?: readonly string[];

  /** NEED_TO_KNOW: the roles that may know. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  readonly roles?: readonly string[];

  /** PURPOSE_ONLY: the intended uses that are allowed. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  readonly purposes?: readonly string[];

  /** EXPIRES: the last day on which it may be used. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly on?: string;

  /** ON_TERMS: the State that the giver consented to. */
  @OptionalCode(STATE_CODES)
  readonly state?: string;

  /** ON_TERMS: the intended use that consent was asked for. */
  @OptionalText(64)
  readonly use?: string;

  /** ON_TERMS: what it was asked for. */
  @OptionalText(4000)
  readonly purpose?: string;

  /** ON_TERMS: the terms, in words. */
  @OptionalText(4000)
  readonly terms?: string;

  /** OTHER: what cannot be weighed here. */
  @IsOptional()
  @IsString()
  @MaxLength(8000)
  readonly text?: string;
}

/** How an answer of another State must be handled that a prior check tells of. */
export class CheckHandlingDto {
  /** The State that gave the answer. */
  @IsIn(STATE_CODES)
  readonly giver!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(64)
  @ValidateNested({ each: true })
  @Type(() => HeldConditionDto)
  readonly conditions!: readonly HeldConditionDto[];
}
