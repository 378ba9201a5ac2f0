import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DomainEvent, RecordedEvent } from '@vestigo/kernel';

/** What was said in an act, as far as its reader may see it: codes and numbers; words for officers only. */
export class SaidDetail {
  @ApiPropertyOptional({ type: 'integer', description: 'Number of the question.' })
  readonly question?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the clarification.' })
  readonly clarification?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the consent that is asked for.' })
  readonly consent?: number;

  @ApiPropertyOptional({ type: 'array', items: { type: 'integer' } })
  readonly items?: readonly number[];

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the act that is corrected.' })
  readonly corrects?: number;

  @ApiPropertyOptional()
  readonly ground?: string;

  @ApiPropertyOptional()
  readonly conclusion?: string;

  @ApiPropertyOptional()
  readonly answerClass?: string;

  @ApiPropertyOptional()
  readonly text?: string;

  @ApiPropertyOptional()
  readonly information?: string;

  @ApiPropertyOptional()
  readonly reason?: string;

  @ApiPropertyOptional({ description: 'Day on which the answer is expected.' })
  readonly expectedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  readonly duplicateOf?: string;

  @ApiPropertyOptional({ description: 'To whom the answer is to be released.' })
  readonly recipient?: string;

  @ApiPropertyOptional()
  readonly purpose?: string;

  @ApiPropertyOptional({ description: 'On what terms consent is given.' })
  readonly terms?: string;

  @ApiPropertyOptional({ description: 'To which State it was redirected.' })
  readonly state?: string;

  @ApiPropertyOptional({ description: 'The body that is competent.' })
  readonly body?: string;
}

/** One step of a matter as both clocks saw it; who acted is told by State, never by person. */
export class TimelineEntry {
  @ApiProperty()
  readonly what!: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened, as the desk says.' })
  readonly occurredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When the log took it in.' })
  readonly recordedAt!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly byState!: string | null;

  @ApiPropertyOptional({ description: 'What was done: the same word at both desks.' })
  readonly act?: string;

  @ApiPropertyOptional({ description: 'The clause on which it rests.', example: 'ITI 21' })
  readonly clause?: string;

  @ApiPropertyOptional({ description: 'Its number among the acts of its desk.' })
  readonly number?: number;

  @ApiPropertyOptional({
    type: SaidDetail,
    description: 'What was said beside requests and answers: codes and numbers; words for officers only.',
  })
  readonly said?: SaidDetail;
}

/** What a desk tells of an event beside its type. */
type Told = Pick<TimelineEntry, 'act' | 'clause' | 'number' | 'said'> & {
  /** Who acted, where the event was written on the word of another State. */
  readonly byState?: string;
};

export function timelineOf<Event extends DomainEvent>(
  history: readonly RecordedEvent<Event>[],
  toldOf: (event: Event) => Told = () => ({}),
): readonly TimelineEntry[] {
  return history.map(({ event, recordedAt, meta }) => ({
    what: event.type,
    occurredAt: new Date(event.occurredAt).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    byState: meta.state,
    ...toldOf(event),
  }));
}
