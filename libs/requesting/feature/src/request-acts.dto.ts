import { ApiExample, ItemNumbers, Occurrence, OptionalText, Text } from '@vestigo/http';
import { type Conclusion, CONCLUSIONS } from '@vestigo/requesting/domain';
import { STATE_CODES } from '@vestigo/states';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';

/** What is said in words has at most so many characters. */
const WORDS = 4000;

/** Why something is done. */
export class ReasonDto extends Occurrence {
  @Text(WORDS)
  readonly reason!: string;
}

@ApiExample<InformationDto>({ question: 1, information: 'The number is on the frame, beneath the grip.' })
export class InformationDto extends Occurrence {
  /** Number of the question that it answers. */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly question!: number;

  @Text(8000)
  readonly information!: string;
}

@ApiExample<InformationRefusalDto>({ question: 1, reason: 'The arm was destroyed.' })
export class InformationRefusalDto extends ReasonDto {
  /** Number of the question that cannot be answered. */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly question!: number;
}

export class ClarificationDto extends Occurrence {
  @Text(WORDS)
  readonly text!: string;
}

export class ReminderDto extends Occurrence {
  @OptionalText(WORDS)
  readonly text?: string;
}

export class ClosureDto extends Occurrence {
  @IsIn(CONCLUSIONS)
  readonly conclusion!: Conclusion;
}

export class DuplicateDto extends Occurrence {
  /** Id of the other request on the same recovery. */
  @IsUUID()
  readonly duplicateOf!: string;
}

/** Which items of the request it is about. */
class ItemsNamed extends Occurrence {
  @ItemNumbers()
  readonly items!: readonly number[];
}

@ApiExample<ConsentDto>({ items: [1], recipient: 'COL', purpose: 'To ask where it was stolen.' })
export class ConsentDto extends ItemsNamed {
  /** The further State. */
  @IsIn(STATE_CODES)
  readonly recipient!: string;

  @Text(WORDS)
  readonly purpose!: string;
}

@ApiExample<DisclosureNoticeDto>({
  items: [1],
  recipient: 'The High Court',
  reason: 'It orders disclosure to the defence.',
})
export class DisclosureNoticeDto extends ItemsNamed {
  /** The further State, or the body to which it must be disclosed. */
  @Text(200)
  readonly recipient!: string;

  @Text(WORDS)
  readonly reason!: string;
}
