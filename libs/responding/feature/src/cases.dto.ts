import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Occurrence, PageQuery, TimelineEntry } from '@vestigo/http';
import {
  CASE_STATUSES,
  type CaseStatus,
  type Ground,
  GROUNDS,
  type Outcome,
  OUTCOMES,
} from '@vestigo/responding/domain';
import { STATE_CODES } from '@vestigo/states';

export class AcknowledgeCaseDto extends Occurrence {}

/** On which ground part of what is known is held back, and why (ITI 22, 23). */
export class RestrictionDto {
  @IsIn(GROUNDS)
  readonly ground!: Ground;

  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly reason!: string;
}

/** On which ground the request is refused, and why (ITI 22, 23). */
export class RefuseCaseDto extends Occurrence {
  @IsIn(GROUNDS)
  readonly ground!: Ground;

  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  readonly reason!: string;
}

export class AnswerCaseDto extends Occurrence {
  @IsIn(OUTCOMES)
  readonly outcome!: Outcome;

  /** Protected: only officers of the two States read it. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly lastLegalHolder?: string;

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
  @ValidateNested()
  @Type(() => RestrictionDto)
  readonly restriction?: RestrictionDto;
}

export class ListCasesDto extends PageQuery {
  @IsOptional()
  @IsIn(CASE_STATUSES)
  readonly status?: CaseStatus;
}

/** The answer to a command: which case, at which version, in which state. */
export class CaseState {
  @ApiProperty({ format: 'uuid', description: 'The id of the tracing request.' })
  readonly id!: string;

  @ApiProperty({ description: 'Send it back as If-Match to act only on what you have seen.' })
  readonly version!: number;

  @ApiProperty({ enum: CASE_STATUSES })
  readonly status!: CaseStatus;
}

export class CaseSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ enum: CASE_STATUSES })
  readonly status!: CaseStatus;

  @ApiProperty()
  readonly priority!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly changedAt!: string;
}

export class CasePage {
  @ApiProperty({ type: [CaseSummary] })
  readonly items!: readonly CaseSummary[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

export class CaseDetail extends CaseState {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiProperty({ format: 'date-time', description: 'The clocks of the case run from here.' })
  readonly receivedAt!: string;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the responding State.' })
  readonly content?: object;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the responding State.' })
  readonly answer?: object;

  @ApiPropertyOptional({
    type: [Object],
    description: 'Every answer that holds. Only for officers of the responding State.',
  })
  readonly answers?: readonly object[];

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the responding State.' })
  readonly refusal?: object;

  @ApiProperty({ type: [TimelineEntry] })
  readonly timeline!: readonly TimelineEntry[];
}
