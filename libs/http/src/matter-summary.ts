import { ApiProperty } from '@nestjs/swagger';

/** A line of a docket, at whichever desk. */
export class MatterSummary {
  @ApiProperty({ format: 'uuid', description: 'The id of the tracing request.' })
  readonly id!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ enum: ['ROUTINE', 'URGENT'] })
  readonly priority!: string;

  @ApiProperty({ description: 'History taken over from elsewhere.' })
  readonly imported!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly changedAt!: string;
}
