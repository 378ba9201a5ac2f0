import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { DELEGABLE_ACTS, type DelegableAct } from '@vestigo/directory/domain';
import { ApiExample, IsInstant, Occurrence } from '@vestigo/http';
import { DESK_CODE } from '@vestigo/identity';

/** A liaison desk of the INTERPOL type, and what it may do for the State (ITI 33-35). It never answers. */
@ApiExample<DelegateDeskDto>({
  desk: 'NCB-KINGSTON',
  body: 'National Central Bureau',
  acts: ['transmit', 'remind'],
})
export class DelegateDeskDto extends Occurrence {
  /** Code under which the desk signs in. */
  @Matches(DESK_CODE)
  readonly desk!: string;

  /** Name of the body, never of a person. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly body!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(DELEGABLE_ACTS, { each: true })
  readonly acts!: readonly DelegableAct[];

  /** From the act on when absent. */
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  /** The first instant at which the desk may act no more; open when absent. */
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

export class EndDelegationDto extends Occurrence {
  /** The first instant at which the desk may act no more; from the act on when absent. */
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

export class DelegationView {
  @ApiProperty()
  readonly number!: number;

  @ApiProperty()
  readonly desk!: string;

  @ApiProperty()
  readonly body!: string;

  @ApiProperty({ enum: DELEGABLE_ACTS, isArray: true })
  readonly acts!: readonly DelegableAct[];

  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly to!: string | null;
}

export class DelegationsView {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ type: [DelegationView] })
  readonly items!: readonly DelegationView[];
}
