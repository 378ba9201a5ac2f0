import {
  ApiExample,
  CONSENT_DECISIONS,
  type ConsentDecision,
  IsCalendarDate,
  Occurrence,
  OptionalText,
  Text,
} from '@vestigo/http';
import { type Ground, GROUNDS } from '@vestigo/responding/domain';
import { STATE_CODES } from '@vestigo/states';
import { IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';

/** Why something is held back, or not yet given (ITI 22, 23). */
export class GroundDto extends Occurrence {
  @IsIn(GROUNDS)
  readonly ground!: Ground;

  @Text(4000)
  readonly reason!: string;
}

export class QuestionDto extends Occurrence {
  @Text(8000)
  readonly text!: string;
}

export class ClarificationReplyDto extends Occurrence {
  @Text(8000)
  readonly text!: string;
}

@ApiExample<DelayDto>({
  ground: 'ITI22_INVESTIGATION',
  reason: 'An investigation here would be harmed.',
  expectedOn: '2027-03-31',
})
export class DelayDto extends GroundDto {
  /** When the answer is expected. */
  @IsCalendarDate()
  readonly expectedOn!: string;
}

@ApiExample<RedirectionDto>({
  state: 'CAN',
  body: 'National point of contact of Canada',
  reason: 'It was exported there when new.',
})
export class RedirectionDto extends Occurrence {
  /** The State whose body is competent. */
  @IsIn(STATE_CODES)
  readonly state!: string;

  @Text(500)
  readonly body!: string;

  @Text(4000)
  readonly reason!: string;
}

/** One of what the requesting State asked on this case, by its number. */
export class NumberPath {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  readonly id!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly number!: number;
}

@ApiExample<ConsentDecisionDto>({ decision: 'GIVEN', terms: 'For this request alone.' })
export class ConsentDecisionDto extends Occurrence {
  @IsIn(CONSENT_DECISIONS)
  readonly decision!: ConsentDecision;

  /** On what terms it is given. */
  @OptionalText(4000)
  readonly terms?: string;

  /** Why it is denied. */
  @OptionalText(4000)
  readonly reason?: string;
}
