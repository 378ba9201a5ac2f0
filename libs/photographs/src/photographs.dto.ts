import { ApiProperty } from '@nestjs/swagger';
import { PhotographDetail } from '@vestigo/http';
import { IsUUID } from 'class-validator';
import { MEDIA_TYPES, type MediaType } from './media-type';

/** A photograph as it was kept; a request refers to it by these. */
export class KeptPhotograph {
  @ApiProperty({
    pattern: '^[0-9a-f]{64}$',
    description: 'Of the bytes that are kept, which are not those that were sent.',
  })
  readonly sha256!: string;

  @ApiProperty({ enum: MEDIA_TYPES })
  readonly mediaType!: MediaType;

  @ApiProperty({ type: 'integer' })
  readonly bytes!: number;

  @ApiProperty({ type: 'integer' })
  readonly width!: number;

  @ApiProperty({ type: 'integer' })
  readonly height!: number;
}

export class ListPhotographsDto {
  /** The tracing request that the photographs belong to. */
  @IsUUID()
  readonly request!: string;
}

export class PhotographList {
  @ApiProperty({ type: [PhotographDetail] })
  readonly items!: readonly PhotographDetail[];
}
