import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ApiForm, ItemDetail, Occurrence, PageQuery, TimelineEntry } from '@vestigo/http';
import {
  type Conclusion,
  CONCLUSIONS,
  REQUEST_STATUSES,
  type RequestStatus,
} from '@vestigo/requesting/domain';
import { RequestContentDto } from './request-content.dto';

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

  @ApiForm(RequestContentDto, 'Only for officers of the requesting State.')
  readonly content?: object;

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the requesting State.' })
  readonly answer?: object;

  @ApiPropertyOptional({
    type: [Object],
    description: 'Every answer that holds. Only for officers of the requesting State.',
  })
  readonly answers?: readonly object[];

  @ApiPropertyOptional({
    type: [ItemDetail],
    description: 'How the answers on each item must be handled. Only for officers of the requesting State.',
  })
  readonly items?: readonly ItemDetail[];

  @ApiPropertyOptional({ type: Object, description: 'Only for officers of the requesting State.' })
  readonly refusal?: object;

  @ApiProperty({ type: [TimelineEntry] })
  readonly timeline!: readonly TimelineEntry[];
}
