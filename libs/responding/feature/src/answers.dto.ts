import { ApiExample, ItemNumbers, Occurrence, Text } from '@vestigo/http';
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
import { AnswerContentDto } from './answer.dto';
import { GroundDto } from './case-acts.dto';

/** What the registers gave on one item of the request. */
export class ItemAnswerDto extends AnswerContentDto {
  /** Number of the item in the request. */
  @IsInt()
  @Min(1)
  @Max(500)
  readonly item!: number;
}

@ApiExample<AnswersDto>({
  answers: [
    { item: 1, outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: 'Retailer, Miami' },
    { item: 2, outcome: 'NO_TRANSFER_RECORD' },
  ],
})
export class AnswersDto extends Occurrence {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ItemAnswerDto)
  readonly answers!: readonly ItemAnswerDto[];
}

@ApiExample<CorrectionsDto>({
  corrects: 2,
  answers: [{ item: 1, outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: 'Retailer, Tampa' }],
})
export class CorrectionsDto extends AnswersDto {
  /** Number of the act that gave what is corrected, as the timeline tells it. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly corrects!: number;
}

/** The items whose answers are restricted from now on. */
@ApiExample<RestrictItemsDto>({
  items: [1],
  ground: 'ITI22_CONFIDENTIALITY_LAW',
  reason: 'The buyer may not be named.',
})
export class RestrictItemsDto extends GroundDto {
  @ItemNumbers()
  readonly items!: readonly number[];
}

@ApiExample<LiftRestrictionDto>({ items: [1], reason: 'The court released the record.' })
export class LiftRestrictionDto extends Occurrence {
  @ItemNumbers()
  readonly items!: readonly number[];

  @Text(4000)
  readonly reason!: string;
}

/** On which ground the request is refused, and why (ITI 22, 23); whole, unless it names items. */
@ApiExample<RefuseCaseDto>({ ground: 'ITI22_NATIONAL_SECURITY', reason: 'The stock is not spoken of.' })
export class RefuseCaseDto extends GroundDto {
  @IsOptional()
  @ItemNumbers()
  readonly items?: readonly number[];
}
