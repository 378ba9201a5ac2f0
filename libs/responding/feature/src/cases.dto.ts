import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DOCKET_ORDERS, type DocketOrder, DUE_FILTERS, type DueFilter } from '@vestigo/docket';
import {
  ApiExample,
  ApiNamed,
  ConsentClockDetail,
  HeldCheckDetail,
  IsInstant,
  ItemDetail,
  MatterDetail,
  MatterDue,
  MatterSummary,
  openApiOf,
  PageQuery,
  PhotographDetail,
  RestrictionEntry,
  shownAnswers,
  TimelineEntry,
} from '@vestigo/http';
import { ITEM_ANSWER_SCHEMA, REQUEST_SCHEMA } from '@vestigo/protocol';
import { CASE_STATUSES, type CaseStatus } from '@vestigo/responding/domain';
import { STATE_CODES } from '@vestigo/states';
import { AnswerContentDto } from './answer.dto';
import { CaseClockDetail } from './case-clock.dto';

const { onItem, ofRequest } = shownAnswers(ITEM_ANSWER_SCHEMA);

@ApiExample<AnswerCaseDto>({
  outcome: 'TRACED_EXPORTED_ON',
  onwardState: 'COL',
  documentReference: 'EX-2019-0417',
  chain: [{ role: 'EXPORTED', state: 'USA', to: 'Consignee, Barranquilla', date: '2019-05' }],
  conditions: [{ kind: 'NO_ONWARD' }],
})
export class AnswerCaseDto extends AnswerContentDto {
  /** RFC 3339 date-time with its offset; now when absent. */
  @IsOptional()
  @IsInstant()
  readonly occurredAt?: string;
}

export class ListCasesDto extends PageQuery {
  @IsOptional()
  @IsIn(CASE_STATUSES)
  readonly status?: CaseStatus;

  /** Only what this State asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly requesting?: string;

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

export class CaseSummary extends MatterSummary {
  @ApiProperty({ enum: CASE_STATUSES })
  readonly status!: CaseStatus;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt!: string;

  @ApiProperty({ type: MatterDue })
  readonly due!: MatterDue;
}

export class CasePage {
  @ApiProperty({ format: 'date-time', description: 'Clocks due by this instant are overdue.' })
  readonly asOf!: string;

  @ApiProperty({ type: [CaseSummary] })
  readonly items!: readonly CaseSummary[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

/** Registers have gaps and errors: no reason to hold the answer back. */
export class AnswerWarningEntry {
  @ApiProperty()
  readonly item!: number;

  @ApiProperty({
    enum: [
      ...['CHAIN_OUT_OF_ORDER', 'OUTCOME_WITHOUT_ITS_FACT', 'RECORD_SHOULD_EXIST'],
      ...['CONDITION_DENIES_ALL', 'CONDITION_CANNOT_BE_KEPT'],
    ],
  })
  readonly code!: string;

  @ApiProperty({ description: 'JSON pointer into the answer on the item.' })
  readonly pointer!: string;

  @ApiProperty()
  readonly detail!: string;
}

/** On which grounds something may be held back: those of the instruments that the request names (ITI 22). */
export class CaseGrounds {
  @ApiProperty({ type: [String] })
  readonly delay!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly restriction!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly refusal!: readonly string[];
}

/** A refusal as the desk that refused sees it. */
export class RefusalDetail extends RestrictionEntry {
  @ApiProperty({ description: 'It rests on a ground that no instrument knows.' })
  readonly outsideInstrument!: boolean;
}

export class CaseDetail extends CaseState {
  @ApiProperty({ type: [CaseClockDetail], description: 'Both clocks, and why they stand where they do.' })
  readonly clocks!: readonly CaseClockDetail[];

  @ApiProperty({
    type: [String],
    description: 'Acts of this desk that its status allows; none for who may not act for the State.',
  })
  readonly acts!: readonly string[];

  @ApiProperty({ type: CaseGrounds })
  readonly grounds!: CaseGrounds;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty()
  readonly imported!: boolean;

  @ApiProperty({ format: 'date-time', description: 'The clocks of the case run from here.' })
  readonly receivedAt!: string;

  @ApiProperty({ type: MatterDetail })
  readonly matter!: MatterDetail;

  @ApiProperty({
    type: [ConsentClockDetail],
    description: 'Consents to onward release that the requesting State asks for, and their clocks.',
  })
  readonly consents!: readonly ConsentClockDetail[];

  @ApiNamed(
    { name: 'ReceivedRequest', schema: openApiOf(REQUEST_SCHEMA) },
    'As it arrived; codes are those of the requesting State. Only for officers of the responding State.',
  )
  readonly content?: object;

  @ApiPropertyOptional({
    type: [HeldCheckDetail],
    description:
      'Prior checks that tell what another State answered, and whether they may be read. Only for officers of the responding State.',
  })
  readonly heldChecks?: readonly HeldCheckDetail[];

  @ApiPropertyOptional({
    type: [PhotographDetail],
    description: 'Those that the content names. Only for officers of the responding State.',
  })
  readonly photographs?: readonly PhotographDetail[];

  @ApiNamed(
    ofRequest,
    'The first answer, with the class of the whole. Only for officers of the responding State.',
  )
  readonly answer?: object;

  @ApiNamed({ ...onItem, list: true }, 'Every answer that holds. Only for officers of the responding State.')
  readonly answers?: readonly object[];

  @ApiPropertyOptional({
    type: [ItemDetail],
    description: 'How the answers on each item must be handled. Only for officers of the responding State.',
  })
  readonly items?: readonly ItemDetail[];

  @ApiPropertyOptional({
    type: [AnswerWarningEntry],
    description: 'What is worth a second look. Only for officers of the responding State.',
  })
  readonly warnings?: readonly AnswerWarningEntry[];

  @ApiPropertyOptional({ type: RefusalDetail, description: 'Only for officers of the responding State.' })
  readonly refusal?: RefusalDetail;

  @ApiProperty({ type: [TimelineEntry] })
  readonly timeline!: readonly TimelineEntry[];
}
