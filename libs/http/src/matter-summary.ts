import { ApiProperty } from '@nestjs/swagger';

const running = {
  type: String,
  format: 'date-time',
  nullable: true,
  description: 'The first instant that is late; null where the clock does not run.',
} as const;

/** When the clocks of a matter that run fall due. */
export class MatterDue {
  @ApiProperty(running)
  readonly acknowledgement!: string | null;

  @ApiProperty(running)
  readonly answer!: string | null;

  @ApiProperty({
    description: 'The clock of the answer stands still: the requesting State owes information.',
  })
  readonly suspended!: boolean;
}

/** A line of a docket, at whichever desk. */
export class MatterSummary {
  @ApiProperty({ format: 'uuid', description: 'The id of the tracing request.' })
  readonly id!: string;

  @ApiProperty({
    description: 'As this list knows it. Send it back as If-Match to act only on what you have seen.',
  })
  readonly version!: number;

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

interface Due {
  /** Milliseconds UTC. */
  readonly acknowledge: number | null;
  readonly answer: number | null;
  readonly suspended: boolean;
}

export function matterDue({ acknowledge, answer, suspended }: Due): MatterDue {
  const textOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return { acknowledgement: textOf(acknowledge), answer: textOf(answer), suspended };
}
