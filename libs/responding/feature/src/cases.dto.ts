import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import {
  ApiExample,
  ApiNamed,
  ConsentClockDetail,
  HeldCheckDetail,
  IsInstant,
  ItemDetail,
  MatterDetail,
  openApiOf,
  PageQuery,
  PhotographDetail,
  RestrictionEntry,
  shownAnswers,
  TimelineEntry,
} from '@vestigo/http';
import { ITEM_ANSWER_SCHEMA, REQUEST_SCHEMA } from '@vestigo/protocol';
import { CASE_STATUSES, type CaseStatus } from '@vestigo/responding/domain';
import { AnswerContentDto } from './answer.dto';

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

  @ApiProperty({ enum: ['ROUTINE', 'URGENT'] })
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

/** A refusal as the desk that refused sees it. */
export class RefusalDetail extends RestrictionEntry {
  @ApiProperty({ description: 'It rests on a ground that no instrument knows.' })
  readonly outsideInstrument!: boolean;
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
