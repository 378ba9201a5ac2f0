import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ConsentClockDetail, conditionSchema, DueDetail, OptionalCode } from '@vestigo/http';
import { MATTER_STATUSES, type MatterStatus, type Result } from '@vestigo/lifecycle';
import { OWED_ACTS, type OwedAct } from '@vestigo/requesting/domain';
import { STATE_CODES } from '@vestigo/states';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ItemQuery {
  /** Number of an item of the request. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  readonly item?: number;
}

export class FollowOnQuery extends ItemQuery {
  /** One of the States that the answer names; the first when absent. */
  @OptionalCode(STATE_CODES)
  readonly state?: string;
}

export class HopClockDetail {
  @ApiProperty({ format: 'date-time' })
  readonly submittedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly receivedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly acknowledgedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'First word on the substance of the item.',
  })
  readonly answeredAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Last word on it, supplements and corrections included.',
  })
  readonly lastAnsweredAt!: string | null;

  @ApiProperty({ type: DueDetail, nullable: true })
  readonly acknowledgeDue!: DueDetail | null;

  @ApiProperty({ type: DueDetail, nullable: true })
  readonly answerDue!: DueDetail | null;

  @ApiProperty({
    type: [ConsentClockDetail],
    description: 'Questions for consent to onward release of the answers on the item (ITI 15(c)).',
  })
  readonly consents!: readonly ConsentClockDetail[];
}

export class HopDetail {
  @ApiProperty({ description: '1 for the first of those that are shown.' })
  readonly number!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Number of the hop that it follows from.' })
  readonly follows!: number | null;

  @ApiProperty({ format: 'uuid' })
  readonly requestId!: string;

  @ApiProperty({ description: 'Number of the item within that request.' })
  readonly item!: number;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiProperty({ enum: MATTER_STATUSES })
  readonly status!: MatterStatus;

  @ApiProperty({
    type: String,
    enum: ['FULL', 'PARTIAL', 'NEGATIVE', 'RESTRICTED', 'REFUSED', null],
    nullable: true,
    description: 'Null while nothing was said on the item.',
  })
  readonly result!: Result | null;

  @ApiProperty({ type: [String], description: 'Outcome codes of the answers that hold.' })
  readonly outcomes!: readonly string[];

  @ApiProperty({ type: [String], description: 'States that are to be asked next, as the answers say.' })
  readonly furtherStates!: readonly string[];

  @ApiProperty({ type: HopClockDetail })
  readonly clocks!: HopClockDetail;

  @ApiProperty({
    type: 'array',
    items: conditionSchema,
    description:
      'Handling conditions in force on the answers (ITI 15); no more than the kind for a reader they keep out.',
  })
  readonly conditions!: readonly object[];
}

export class OwedActDetail {
  @ApiProperty({ description: 'Number of the hop.' })
  readonly hop!: number;

  @ApiProperty({ enum: OWED_ACTS })
  readonly act!: OwedAct['act'];

  @ApiProperty({ description: 'The State that owes it.' })
  readonly state!: string;

  @ApiPropertyOptional({ description: 'The State that is to be asked next.' })
  readonly towards?: string;

  @ApiProperty({ type: DueDetail, nullable: true })
  readonly due!: DueDetail | null;
}

export class StatePairDetail {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;
}

export class TrailDetail {
  @ApiProperty({ format: 'date-time' })
  readonly startedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant of the last answer; null while somebody owes something.',
  })
  readonly endedAt!: string | null;

  @ApiProperty({ description: 'From the first question to the last answer, or to now while it goes on.' })
  readonly elapsedSeconds!: number;

  @ApiProperty({
    type: [StatePairDetail],
    description:
      'For a State that was asked: who asked whom before, the nearest last, as far as conditions of those answers allow.',
  })
  readonly before!: readonly StatePairDetail[];

  @ApiProperty({ type: [HopDetail], description: 'Each after the one that it follows from.' })
  readonly hops!: readonly HopDetail[];

  @ApiProperty({ type: [OwedActDetail], description: 'Who is to do what for the trail to go on.' })
  readonly owed!: readonly OwedActDetail[];
}

export class TraceDetail {
  @ApiProperty({ format: 'uuid', description: 'Id of the first request that is shown.' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time' })
  readonly asOf!: string;

  @ApiProperty({ type: [TrailDetail], description: 'One for each arm that the request asks about.' })
  readonly trails!: readonly TrailDetail[];
}
