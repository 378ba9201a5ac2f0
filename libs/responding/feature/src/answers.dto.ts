import { ItemNumbers, Occurrence, Text } from '@vestigo/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { GroundDto } from './case-acts.dto';
import { ItemAnswerDto } from './item-answer.dto';

export class AnswersDto extends Occurrence {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ItemAnswerDto)
  readonly answers!: readonly ItemAnswerDto[];
}

export class CorrectionsDto extends AnswersDto {
  /** Number of the act that gave what is corrected, as the timeline tells it. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly corrects!: number;
}

/** The items whose answers are restricted from now on. */
export class RestrictItemsDto extends GroundDto {
  @ItemNumbers()
  readonly items!: readonly number[];
}

export class LiftRestrictionDto extends Occurrence {
  @ItemNumbers()
  readonly items!: readonly number[];

  @Text(4000)
  readonly reason!: string;
}

/** On which ground the request is refused, and why (ITI 22, 23); whole, unless it names items. */
export class RefuseCaseDto extends GroundDto {
  @IsOptional()
  @ItemNumbers()
  readonly items?: readonly number[];
}
