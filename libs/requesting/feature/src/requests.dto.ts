import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ARM_TYPES, type ArmType, MARKED_PARTS, type MarkedPart } from '@vestigo/arms';
import { SERIAL_CONDITIONS, type SerialCondition } from '@vestigo/arms';
import { IsDay, Occurrence, PageQuery, TimelineEntry } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import {
  ACQUISITION_MODES,
  type AcquisitionMode,
  type Conclusion,
  CONCLUSIONS,
  ILLICIT_GROUNDS,
  type IllicitGround,
  INTENDED_USES,
  type IntendedUse,
  PRIORITIES,
  type Priority,
  REQUEST_STATUSES,
  type RequestStatus,
} from '@vestigo/requesting/domain';

export class SerialDto {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly asObserved?: string;

  @IsIn(MARKED_PARTS)
  readonly part!: MarkedPart;

  @IsIn(SERIAL_CONDITIONS)
  readonly condition!: SerialCondition;
}

export class ImportMarkDto {
  @IsIn(STATE_CODES)
  readonly country!: string;

  @IsOptional()
  @IsInt()
  @Min(1800)
  @Max(2200)
  readonly year?: number;
}

export class ArmDto {
  @IsIn(ARM_TYPES)
  readonly type!: ArmType;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly make?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly model?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly calibre?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => SerialDto)
  readonly serial?: SerialDto;

  @IsOptional()
  @IsIn(STATE_CODES)
  readonly countryOfManufacture?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ImportMarkDto)
  readonly importMarks?: readonly ImportMarkDto[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly otherMarks?: string;
}

/** What ITI 17 asks of a request. Marks are wanted as far as possible; their absence never stops a request. */
export class SubmitRequestDto extends Occurrence {
  @IsIn(STATE_CODES)
  readonly respondingState!: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  readonly reference?: string;

  @IsIn(PRIORITIES)
  readonly priority!: Priority;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly justification?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(16)
  @IsString({ each: true })
  @Matches(/^[A-Z0-9_]{1,64}$/, { each: true })
  readonly regimes?: readonly string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsIn(ILLICIT_GROUNDS, { each: true })
  readonly illicitGrounds!: readonly IllicitGround[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly legalBasis!: string;

  @IsIn(INTENDED_USES)
  readonly intendedUse!: IntendedUse;

  @IsIn(ACQUISITION_MODES)
  readonly acquisitionMode!: AcquisitionMode;

  @IsOptional()
  @IsDay()
  readonly recoveredOn?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  readonly recoveryPlace?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(8000)
  readonly circumstances?: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ArmDto)
  readonly arm!: ArmDto;

  /** History taken over from elsewhere: its receipt keeps the given instant, and figures count it apart. */
  @IsOptional()
  @IsBoolean()
  readonly imported?: boolean;
}

export class WithdrawRequestDto extends Occurrence {
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly reason!: string;
}

export class CloseRequestDto extends Occurrence {
  @IsIn(CONCLUSIONS)
  readonly conclusion!: Conclusion;
}

export class ListRequestsDto extends PageQuery {
  @IsOptional()
  @IsIn(REQUEST_STATUSES)
  readonly status?: RequestStatus;
}

/** The answer to a command: which request, at which version, in which state. */
export class RequestState {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: 'Send it back as If-Match to act only on what you have seen.' })
  readonly version!: number;

  @ApiProperty({ enum: REQUEST_STATUSES })
  readonly status!: RequestStatus;
}

export class RequestSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ enum: REQUEST_STATUSES })
  readonly status!: RequestStatus;

  @ApiProperty()
  readonly priority!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly submittedAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly changedAt!: string;
}

export class RequestPage {
  @ApiProperty({ type: [RequestSummary] })
  readonly items!: readonly RequestSummary[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

export class RequestDetail extends RequestState {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the requesting State.' })
  readonly content?: object;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the requesting State.' })
  readonly answer?: object;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the requesting State.' })
  readonly refusal?: object;

  @ApiProperty({ type: [TimelineEntry] })
  readonly timeline!: readonly TimelineEntry[];
}
