import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ASKING_ORDER, type WhyAsked } from '@vestigo/directory/domain';
import { ApiExample } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';

export class ObservedImportDto {
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly country?: string;

  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly year?: number;

  /** The mark as it is read, for one whose country is not known. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly text?: string;
}

/** What of an arm tells whom to ask. It is neither stored nor passed on. */
@ApiExample<MarkedArmDto>({ countryOfManufacture: 'CZE', importMarks: [{ country: 'USA', year: 2019 }] })
export class MarkedArmDto {
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly countryOfManufacture?: string;

  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly yearOfManufacture?: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ObservedImportDto)
  readonly importMarks?: readonly ObservedImportDto[];

  /** Codes of factory symbols. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(200, { each: true })
  readonly factoryMarks?: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(200, { each: true })
  readonly otherMarks?: readonly string[];

  /** States that the arm is known to have passed through. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsIn(STATE_CODES, { each: true })
  readonly trail?: readonly string[];
}

export class SuggestionGroundView {
  @ApiProperty({ enum: ASKING_ORDER })
  readonly why!: WhyAsked;

  @ApiProperty({ description: 'The mark or statement it was taken from.' })
  readonly mark!: string;

  @ApiPropertyOptional({ description: 'Where the marking practice is known from.' })
  readonly source?: string;

  @ApiProperty({ description: 'What is not verified is a hint.' })
  readonly verified!: boolean;
}

export class SuggestionView {
  @ApiProperty({ description: 'ISO 3166-1 alpha-3.' })
  readonly state!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ type: [SuggestionGroundView] })
  readonly grounds!: readonly SuggestionGroundView[];
}

export class SuggestionsView {
  @ApiProperty({ type: [SuggestionView], description: 'In the order of asking.' })
  readonly items!: readonly SuggestionView[];
}
