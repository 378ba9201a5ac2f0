import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { ANSWER_CONDITION_KINDS, type ConditionKind } from '@vestigo/handling';

/** How the requesting State must handle the answer (ITI 15; Firearms Protocol 12(5)). Each kind takes its own members. */
export class HandlingConditionDto {
  @IsIn(ANSWER_CONDITION_KINDS)
  readonly kind!: ConditionKind;

  /** NEED_TO_KNOW: the bodies that may know. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  readonly authorities?: readonly string[];

  /** NEED_TO_KNOW: the roles that may know. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  readonly roles?: readonly string[];

  /** PURPOSE_ONLY: the intended uses that are allowed. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  readonly purposes?: readonly string[];

  /** EXPIRES: the last day on which the answer may be used. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly on?: string;

  /** OTHER: an open text. No machine can weigh it: the requesting State then gets the codes of the answer only. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  readonly text?: string;
}
