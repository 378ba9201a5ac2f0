import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { Weekday } from '@vestigo/deadlines';
import type { ParticipantEvent } from '@vestigo/directory/domain';
import { ApiExample, IsInstant, Occurrence, openObject, OptionalWhole } from '@vestigo/http';

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** One of the entries of a State. */
export class EntryPath {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly code!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  readonly number!: number;
}

/** As the directory knew it: at a version that a request refers to, or at an instant. As it knows it now when both are absent. */
export class KnownQuery {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  readonly version?: number;

  @IsOptional()
  @IsInstant()
  readonly knownAt?: string;
}

/** The body that answers for a State: a body, never a person. */
@ApiExample<RegisterPointOfContactDto>({
  body: 'National Tracing Center',
  email: 'tracing@npc.example',
  timeZone: 'America/New_York',
  weekend: [6, 0],
})
export class RegisterPointOfContactDto extends Occurrence {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly body!: string;

  @IsEmail()
  readonly email!: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  readonly telephone?: string;

  /** IANA time zone of the desk: day limits end at its midnight. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly timeZone!: string;

  /** Days off each week, 0 Sunday to 6 Saturday. */
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(weekdays, { each: true })
  readonly weekend!: readonly Weekday[];
}

@ApiExample<PointOfContactForPeriodDto>({
  ...{
    body: 'National Tracing Center',
    email: 'tracing@npc.example',
    timeZone: 'America/New_York',
    weekend: [6, 0],
  },
  validFrom: '2027-01-01T00:00:00-05:00',
})
export class PointOfContactForPeriodDto extends RegisterPointOfContactDto {
  @IsInstant()
  readonly validFrom!: string;

  /** The first instant at which it answers no more; open when absent. */
  @IsOptional()
  @IsInstant()
  readonly validTo?: string;
}

@ApiExample<CorrectPointOfContactDto>({
  ...{
    body: 'National Tracing Center',
    email: 'tracing@npc.example',
    timeZone: 'America/New_York',
    weekend: [6, 0],
  },
  ...{ validFrom: '2027-01-01T00:00:00-05:00', reason: 'The day was misread.' },
})
export class CorrectPointOfContactDto extends PointOfContactForPeriodDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  readonly reason!: string;
}

export class SetReviewPolicyDto extends Occurrence {
  /** Whether a second officer must approve each request before it is sent. */
  @IsBoolean()
  readonly reviewRequired!: boolean;
}

/** In force from now on; what is left out is off. */
@ApiExample<SetLapsePolicyDto>({ afterIdleDays: 180, afterQuestionDays: 60 })
export class SetLapsePolicyDto {
  /** Days without a word or an act after which a request that waits for an answer lapses. */
  @OptionalWhole(1, 3650)
  readonly afterIdleDays?: number;

  /** Days after which it lapses when information that the State asked wants is not supplied (ITI 21). */
  @OptionalWhole(1, 3650)
  readonly afterQuestionDays?: number;
}

export class LapsePolicyView {
  @ApiProperty({ required: false })
  readonly afterIdleDays?: number;

  @ApiProperty({ required: false })
  readonly afterQuestionDays?: number;
}

export class PointOfContactView {
  @ApiProperty()
  readonly body!: string;

  @ApiProperty()
  readonly email!: string;

  @ApiProperty({ required: false })
  readonly telephone?: string;

  @ApiProperty()
  readonly timeZone!: string;

  @ApiProperty({ type: [Number] })
  readonly weekend!: readonly number[];
}

export class ParticipantView {
  @ApiProperty({ description: 'ISO 3166-1 alpha-3.' })
  readonly code!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ type: PointOfContactView, nullable: true, description: 'The one in force now.' })
  readonly pointOfContact!: PointOfContactView | null;

  @ApiProperty({ description: 'Whether a second officer approves each request before it is sent.' })
  readonly reviewRequired!: boolean;

  @ApiProperty({
    type: LapsePolicyView,
    nullable: true,
    description: 'After how many days its requests lapse by themselves; null while they do not.',
  })
  readonly lapsePolicy!: LapsePolicyView | null;
}

export class ParticipantPage {
  @ApiProperty({ type: [ParticipantView] })
  readonly items!: readonly ParticipantView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

/** One point of contact and when it answers. */
export class ContactEntryView extends PointOfContactView {
  @ApiProperty()
  readonly number!: number;

  @ApiProperty({ format: 'date-time' })
  readonly validFrom!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly validTo!: string | null;
}

export class PointsOfContactView {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ type: [ContactEntryView] })
  readonly items!: readonly ContactEntryView[];
}

const CHANGES: readonly ParticipantEvent['type'][] = [
  ...(['PointOfContactRegistered', 'PointOfContactCorrected', 'DeskDelegated', 'DelegationEnded'] as const),
  ...(['ReviewPolicySet', 'LapsePolicySet', 'MarkingPracticeRecorded', 'MarkingPracticeCorrected'] as const),
];

/** What was said of a State, when it was said and when the directory took it in. */
export class ParticipantChangeView {
  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ enum: CHANGES })
  readonly type!: ParticipantEvent['type'];

  @ApiProperty({ format: 'date-time' })
  readonly occurredAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({
    ...openObject,
    description: 'What the entry says, as it was recorded; instants in milliseconds.',
  })
  readonly data!: object;
}

export class ParticipantHistoryPage {
  @ApiProperty({ type: [ParticipantChangeView] })
  readonly items!: readonly ParticipantChangeView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}
