import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant, PageQuery } from '@vestigo/http';
import { STATE_CODES } from '@vestigo/states';
import { RUNNING_CLOCKS } from './deadline';

/** Regimes count from there (ECOWAS 19, EU 2023/977), not from the sending. */
export const COUNTED_FROM = 'receipt';

class PartiesQuery extends PageQuery {
  /** Only what this State asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly requesting?: string;

  /** Only what this State was asked. */
  @IsOptional()
  @IsIn(STATE_CODES)
  readonly responding?: string;
}

export class ListPairsDto extends PartiesQuery {
  /**
   * What was recorded up to this instant and at it counts, and open requests are censored at it. When absent: now, or the newest fact
   * where a clock that was ahead has dated it later. The answer says which instant it was.
   */
  @IsOptional()
  @IsInstant()
  readonly asOf?: string;

  /** Only requests received at or after this instant. */
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  /** Only requests received before this instant. */
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

export class ListDeadlinesDto extends PartiesQuery {}

export class ShareView {
  @ApiProperty()
  readonly numerator!: number;

  @ApiProperty({ description: 'Limits still running are in no denominator.' })
  readonly denominator!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null where there is nothing to divide by.' })
  readonly share!: number | null;
}

const days = {
  type: Number,
  nullable: true,
  description: 'Days of 86,400 s by Kaplan-Meier; open requests are censored.',
};

const netDays = {
  ...days,
  description: `${days.description} Without the time in which the requesting State owed information.`,
};

export class FiguresView {
  @ApiProperty()
  readonly submitted!: number;

  @ApiProperty({
    description: 'N of every rate: received, no duplicate, and not withdrawn while unanswered.',
  })
  readonly delivered!: number;

  @ApiProperty()
  readonly withdrawn!: number;

  @ApiProperty({ description: 'The same recovery is traced already: outside N.' })
  readonly duplicates!: number;

  @ApiProperty({ description: 'Of delivered: history taken over from elsewhere.' })
  readonly imported!: number;

  @ApiProperty()
  readonly acknowledged!: number;

  @ApiProperty()
  readonly answeredInFull!: number;

  @ApiProperty({ description: 'Of answeredInFull: nothing was found, which is an answer.' })
  readonly negative!: number;

  @ApiProperty()
  readonly answeredInPart!: number;

  @ApiProperty()
  readonly refused!: number;

  @ApiProperty()
  readonly unanswered!: number;

  @ApiProperty({ description: 'Of unanswered: the State asked named another body that is competent.' })
  readonly redirected!: number;

  @ApiProperty({ description: 'Of unanswered: given up for now. A later answer counts.' })
  readonly lapsed!: number;

  @ApiProperty({ type: Object, additionalProperties: { type: 'number', nullable: true } })
  readonly rates!: Readonly<Record<string, number | null>>;

  @ApiProperty()
  readonly overdueAcknowledgement!: number;

  @ApiProperty()
  readonly overdue!: number;

  @ApiProperty({
    type: ShareView,
    description: 'Of overdue: with a notice of the delay and its reason (ITI 23), which stops no clock.',
  })
  readonly explainedLate!: ShareView;

  @ApiProperty({ type: ShareView })
  readonly acknowledgedOnTime!: ShareView;

  @ApiProperty({ type: ShareView })
  readonly onTime!: ShareView;

  @ApiProperty(days)
  readonly medianDaysToAcknowledge!: number | null;

  @ApiProperty(days)
  readonly p90DaysToAcknowledge!: number | null;

  @ApiProperty(days)
  readonly medianDaysToAnswer!: number | null;

  @ApiProperty(days)
  readonly p90DaysToAnswer!: number | null;

  @ApiProperty(netDays)
  readonly medianNetDaysToAnswer!: number | null;

  @ApiProperty(netDays)
  readonly p90NetDaysToAnswer!: number | null;

  @ApiProperty({ description: 'N is below 5: too few to rank by.' })
  readonly smallSample!: boolean;
}

export class PairView extends FiguresView {
  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;
}

export const AS_OF = {
  format: 'date-time',
  description:
    'What was recorded up to this instant and at it is counted. Named as `asOf` it gives the same table, with whatever was recorded by then and not taken in yet.',
};

export const FROM_RECEIPT = {
  enum: [COUNTED_FROM],
  description:
    'Waits and limits run from when the State asked says it received a request. When the other says it sent it is kept, not counted.',
};

export class PairPage {
  @ApiProperty(AS_OF)
  readonly asOf!: string;

  @ApiProperty(FROM_RECEIPT)
  readonly countedFrom!: string;

  @ApiProperty({ type: [PairView] })
  readonly items!: readonly PairView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}

/** Why a clock stands still, by the rule of the regime whose limit it is. */
export class SuspensionView {
  @ApiProperty({ format: 'date-time' })
  readonly since!: string;

  @ApiProperty({ enum: ['INFORMATION_OWED'], description: 'The requesting State owes information.' })
  readonly reason!: 'INFORMATION_OWED';

  @ApiProperty({ description: 'Under which information is asked for.' })
  readonly clause!: string;

  @ApiProperty({ type: [Number], description: 'Numbers of the questions that are open.' })
  readonly questions!: readonly number[];
}

export class DeadlineView {
  @ApiProperty({ format: 'uuid' })
  readonly requestId!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ enum: RUNNING_CLOCKS })
  readonly clock!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Number of the question for consent to onward release (ITI 15(c)); null for other clocks.',
  })
  readonly consent!: number | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When the request was sent, or consent asked for, as the requesting State says; null where it has not said so. Nothing is counted from it.',
  })
  readonly submittedAt!: string | null;

  @ApiProperty({
    format: 'date-time',
    description:
      'Receipt of the request, or of the question for consent, as the State asked says. The clock is counted from it.',
  })
  readonly receivedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The first instant that is late; null while the clock stands still.',
  })
  readonly dueAt!: string | null;

  @ApiProperty({ description: 'Never true of a clock that stands still.' })
  readonly overdue!: boolean;

  @ApiProperty({
    type: SuspensionView,
    nullable: true,
    description: 'Since when and why the clock stands still; null while it runs.',
  })
  readonly suspended!: SuspensionView | null;

  @ApiProperty({ description: 'A delay was notified with its reason (ITI 23), which stops no clock.' })
  readonly explained!: boolean;

  @ApiProperty({ description: 'The regime whose limit it is.' })
  readonly regime!: string;

  @ApiProperty({ enum: ['binding', 'political', 'target', 'unverified'], description: 'What the limit is.' })
  readonly nature!: string;

  @ApiProperty()
  readonly imported!: boolean;
}

export class DeadlinePage {
  @ApiProperty({ format: 'date-time', description: 'Clocks due at or before this instant are overdue.' })
  readonly asOf!: string;

  @ApiProperty({ type: [DeadlineView] })
  readonly items!: readonly DeadlineView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}
