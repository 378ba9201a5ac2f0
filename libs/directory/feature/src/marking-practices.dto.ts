import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MARK_KINDS, type MarkKind } from '@vestigo/directory/domain';
import { ApiExample, Occurrence } from '@vestigo/http';

/** How a State marks arms (PoA III.12). */
@ApiExample<MarkingPracticeDto>({
  kind: 'IMPORT_MARK',
  mark: 'JM * KINGSTON',
  usedFrom: 2006,
  source: 'National report of 2008',
  verified: true,
})
export class MarkingPracticeDto extends Occurrence {
  @IsIn(MARK_KINDS)
  readonly kind!: MarkKind;

  /** The mark as it is read on an arm, or the code of its symbol; `*` stands for any characters. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly mark!: string;

  /** How the mark is made up, in words. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly format?: string;

  /** First year in which arms were marked so; unknown when absent. */
  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly usedFrom?: number;

  /** Last year in which arms were marked so; unknown, or still in use, when absent. */
  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly usedTo?: number;

  /** Where this is known from. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly source!: string;

  /** Whether it was checked with the State. */
  @IsBoolean()
  readonly verified!: boolean;
}

@ApiExample<CorrectMarkingPracticeDto>({
  ...{
    kind: 'IMPORT_MARK',
    mark: 'JM * KINGSTON',
    usedFrom: 2006,
    source: 'National report of 2008',
    verified: true,
  },
  reason: 'The year was misread.',
})
export class CorrectMarkingPracticeDto extends MarkingPracticeDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  readonly reason!: string;
}

export class MarkingPracticeView {
  @ApiProperty()
  readonly number!: number;

  @ApiProperty({ enum: MARK_KINDS })
  readonly kind!: MarkKind;

  @ApiProperty()
  readonly mark!: string;

  @ApiPropertyOptional()
  readonly format?: string;

  @ApiPropertyOptional()
  readonly usedFrom?: number;

  @ApiPropertyOptional()
  readonly usedTo?: number;

  @ApiProperty()
  readonly source!: string;

  @ApiProperty()
  readonly verified!: boolean;
}

export class MarkingPracticesView {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ type: [MarkingPracticeView] })
  readonly items!: readonly MarkingPracticeView[];
}
