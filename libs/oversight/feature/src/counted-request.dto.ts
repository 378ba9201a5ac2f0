import { ApiProperty } from '@nestjs/swagger';
import { COUNTED_FIGURES, type CountedFigure, type Outcome } from '@vestigo/oversight/domain';
import { AS_OF, FROM_RECEIPT } from './oversight.dto';

const instant = { type: String, format: 'date-time', nullable: true };

export class LimitView {
  @ApiProperty({
    ...instant,
    description: 'The first instant that is late; null while the clock stands still.',
  })
  readonly at!: string | null;

  @ApiProperty({ description: 'The regime whose limit it is.' })
  readonly regime!: string;

  @ApiProperty({ description: 'What the limit is: binding, political, a target, or unverified.' })
  readonly nature!: string;
}

/** A request as a figure sees it: parties, instants and codes, by what was known then. */
export class CountedRequestView {
  @ApiProperty({ format: 'uuid' })
  readonly requestId!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ ...instant, description: 'As the requesting State says; nothing is counted from it.' })
  readonly submittedAt!: string | null;

  @ApiProperty({ ...instant, description: 'As the State asked says.' })
  readonly receivedAt!: string | null;

  @ApiProperty({ ...instant, description: 'An answer, a refusal or a redirection acknowledges as well.' })
  readonly acknowledgedAt!: string | null;

  @ApiProperty({ ...instant, description: 'First answer, refusal or redirection.' })
  readonly respondedAt!: string | null;

  @ApiProperty({ ...instant, description: 'Only when it was withdrawn before any response.' })
  readonly withdrawnAt!: string | null;

  @ApiProperty({ enum: ['full', 'partial', 'refused', 'unanswered'] })
  readonly outcome!: Outcome;

  @ApiProperty({ type: String, nullable: true })
  readonly refusalGround!: string | null;

  @ApiProperty({ type: LimitView, nullable: true, description: 'null where nothing sets a limit.' })
  readonly acknowledgementDue!: LimitView | null;

  @ApiProperty({ type: LimitView, nullable: true, description: 'null where nothing sets a limit.' })
  readonly answerDue!: LimitView | null;

  @ApiProperty({ enum: COUNTED_FIGURES, isArray: true, description: 'Every figure it is counted in.' })
  readonly figures!: readonly CountedFigure[];

  @ApiProperty()
  readonly imported!: boolean;
}

export class CountedRequestPage {
  @ApiProperty(AS_OF)
  readonly asOf!: string;

  @ApiProperty(FROM_RECEIPT)
  readonly countedFrom!: string;

  @ApiProperty({ type: [CountedRequestView] })
  readonly items!: readonly CountedRequestView[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}
