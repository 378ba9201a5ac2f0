import { ApiProperty } from '@nestjs/swagger';
import type { RecordedEvent } from '@vestigo/kernel';

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
}

export function timelineOf(history: readonly RecordedEvent[]): readonly TimelineEntry[] {
  return history.map(({ event, recordedAt, meta }) => ({
    what: event.type,
    occurredAt: new Date(event.occurredAt).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    byState: meta.state,
  }));
}
