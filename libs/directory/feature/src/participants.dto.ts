import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import type { Weekday } from '@vestigo/deadlines';
import { Occurrence } from '@vestigo/http';

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** The body that answers for a State: a body, never a person. */
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

  @ApiProperty({ type: PointOfContactView, nullable: true })
  readonly pointOfContact!: PointOfContactView | null;
}

export class ParticipantPage {
  @ApiProperty({ type: [ParticipantView] })
  readonly items!: readonly ParticipantView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}
