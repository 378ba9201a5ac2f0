import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import {
  ApiForm,
  ApiNamed,
  ConsentClockDetail,
  HeldCheckDetail,
  ItemDetail,
  MatterDetail,
  MatterDue,
  MatterSummary,
  OptionalText,
  PageQuery,
  PhotographDetail,
  RestrictionEntry,
  shownAnswers,
  TimelineEntry,
} from '@vestigo/http';
import { DOCKET_ORDERS, type DocketOrder, DUE_FILTERS, type DueFilter } from '@vestigo/docket';
import { ITEM_ANSWER_SCHEMA } from '@vestigo/protocol';
import { REQUEST_STATUSES, type RequestStatus } from '@vestigo/requesting/domain';
import { STATE_CODES } from '@vestigo/states';
import { DraftContentDto } from './draft.dto';
import { RequestContentDto } from './request-content.dto';

const { onItem, ofRequest } = shownAnswers(ITEM_ANSWER_SCHEMA);

export class ListRequestsDto extends PageQuery {
  @IsOptional()
  @IsIn(REQUEST_STATUSES)
  readonly status?: RequestStatus;

  /** Only what this State was asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly responding?: string;

  @IsOptional()
  @IsIn(['ROUTINE', 'URGENT'])
  readonly priority?: string;

  /** By the clock that runs out next; OPEN: any clock runs or is suspended. SUSPENDED: nothing else falls due. */
  @IsOptional()
  @IsIn(DUE_FILTERS)
  readonly due?: DueFilter;

  /** `due`: what falls due next first, then what is suspended, then the rest. A cursor goes on in its own order. */
  @IsOptional()
  @IsIn(DOCKET_ORDERS)
  readonly order: DocketOrder = 'newest';

  /** Part of an id; for an officer also a serial number of an arm that is asked about, as it is written. */
  @OptionalText(128)
  readonly text?: string;
}

/** The point of contact in force on the day at the State asked (ITI 25). */
export class AddressedToDetail {
  @ApiProperty({
    description: "Version of the directory's entry on the State: what it said can be read again.",
  })
  readonly version!: number;

  @ApiProperty({ description: 'Number of the point of contact in that entry.' })
  readonly number!: number;

  @ApiProperty()
  readonly body!: string;
}

/** The answer to a command: which request, at which version, in which state. */
export class RequestState {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: 'Send it back as If-Match to act only on what you have seen.' })
  readonly version!: number;

  @ApiProperty({ enum: REQUEST_STATUSES })
  readonly status!: RequestStatus;

  @ApiPropertyOptional({
    type: AddressedToDetail,
    nullable: true,
    description: 'To whom it was sent; null where the State asked had no point of contact in force.',
  })
  readonly addressedTo?: AddressedToDetail | null;
}

export class RequestSummary extends MatterSummary {
  @ApiProperty({ enum: REQUEST_STATUSES })
  readonly status!: RequestStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null for a draft.' })
  readonly submittedAt!: string | null;

  @ApiProperty({
    type: MatterDue,
    description: 'At the State asked, by the rules and the clock of its desk at receipt.',
  })
  readonly due!: MatterDue;
}

export class RequestPage {
  @ApiProperty({ format: 'date-time', description: 'Clocks due by this instant are overdue.' })
  readonly asOf!: string;

  @ApiProperty({ type: [RequestSummary] })
  readonly items!: readonly RequestSummary[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

/** A draft, and who has had a hand in it, for the second officer. */
export class DraftDetail {
  @ApiForm(DraftContentDto, 'As far as it is written: a request may still lack much.', { required: true })
  readonly content!: object;

  @ApiProperty({ type: [String] })
  readonly authors!: readonly string[];

  @ApiProperty({ type: String, nullable: true })
  readonly approvedBy!: string | null;
}

export class RequestDetail extends RequestState {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiPropertyOptional({ type: MatterDetail, description: 'Absent from a draft.' })
  readonly matter?: MatterDetail;

  @ApiPropertyOptional({
    type: [ConsentClockDetail],
    description: 'Consents to onward release that were asked for, and their clocks. Absent from a draft.',
  })
  readonly consents?: readonly ConsentClockDetail[];

  @ApiPropertyOptional({
    type: DraftDetail,
    description: 'Of a draft, which only officers of its State see.',
  })
  readonly draft?: DraftDetail;

  @ApiForm(RequestContentDto, 'Only for officers of the requesting State.')
  readonly content?: object;

  @ApiPropertyOptional({
    type: [HeldCheckDetail],
    description:
      'Prior checks that tell what another State answered. Only for officers of the requesting State.',
  })
  readonly heldChecks?: readonly HeldCheckDetail[];

  @ApiPropertyOptional({
    type: [PhotographDetail],
    description: 'Those that the content names. Only for officers of the requesting State.',
  })
  readonly photographs?: readonly PhotographDetail[];

  @ApiNamed(
    ofRequest,
    'The first answer, with the class of the whole. Only for officers of the requesting State.',
  )
  readonly answer?: object;

  @ApiNamed({ ...onItem, list: true }, 'Every answer that holds. Only for officers of the requesting State.')
  readonly answers?: readonly object[];

  @ApiPropertyOptional({
    type: [ItemDetail],
    description: 'How the answers on each item must be handled. Only for officers of the requesting State.',
  })
  readonly items?: readonly ItemDetail[];

  @ApiPropertyOptional({ type: RestrictionEntry, description: 'Only for officers of the requesting State.' })
  readonly refusal?: RestrictionEntry;

  @ApiPropertyOptional({
    type: [Number],
    description:
      'Only for officers of the requesting State. Items of which the State asked says that another request there asks about the same arm; it says no more than its asker allows.',
  })
  readonly crossHits?: readonly number[];

  @ApiProperty({ type: [TimelineEntry] })
  readonly timeline!: readonly TimelineEntry[];
}
