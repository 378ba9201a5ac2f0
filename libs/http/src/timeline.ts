import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DomainEvent, RecordedEvent } from '@vestigo/kernel';

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
    type: Object,
    description: 'What was said beside requests and answers: codes and numbers; words for officers only.',
  })
  readonly said?: object;
}

/** What a desk tells of an event beside its type. */
type Told = Pick<TimelineEntry, 'act' | 'clause' | 'number' | 'said'>;

export function timelineOf<Event extends DomainEvent>(
  history: readonly RecordedEvent<Event>[],
  toldOf: (event: Event) => Told = () => ({}),
): readonly TimelineEntry[] {
  return history.map(({ event, recordedAt, meta }) => ({
    what: event.type,
    ...toldOf(event),
    occurredAt: new Date(event.occurredAt).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    byState: meta.state,
  }));
}
