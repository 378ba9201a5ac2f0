import { ApiProperty } from '@nestjs/swagger';

const ids = (of: string) => ({
  type: 'array' as const,
  items: { type: 'string' },
  description: `Ids of ${of} that changed.`,
});

/** What a reader should read again. Each id is one that the reader may ask for. */
export class LiveChanges {
  @ApiProperty({ description: 'To be sent as Last-Event-ID next time.' })
  readonly at!: string;

  @ApiProperty({ description: 'More may have changed than is told: read everything again.' })
  readonly again!: boolean;

  @ApiProperty(ids('requests'))
  readonly requests!: readonly string[];

  @ApiProperty(ids('cases'))
  readonly cases!: readonly string[];

  @ApiProperty(ids('requests whose clocks and figures'))
  readonly oversight!: readonly string[];

  @ApiProperty(ids('imports'))
  readonly imports!: readonly string[];
}
