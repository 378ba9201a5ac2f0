import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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

export class PhotographOfRequest {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  readonly sha256!: string;

  @ApiProperty()
  readonly mediaType!: string;

  @ApiProperty({ type: 'integer' })
  readonly bytes!: number;

  @ApiProperty()
  readonly view!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the item that it shows.' })
  readonly item?: number;

  @ApiProperty({ description: 'Its bytes are here; those of another State travel by themselves.' })
  readonly arrived!: boolean;
}

export class PhotographList {
  @ApiProperty({ type: [PhotographOfRequest] })
  readonly items!: readonly PhotographOfRequest[];
}
