import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A photograph as a request refers to it. */
export interface ReferredPhotograph {
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly view: string;
  /** Number of the item that it shows; all of them when absent. */
  readonly item?: number;
}

/** What a photograph is by its bytes. */
export interface SeenPhotograph {
  readonly mediaType: string;
  readonly bytes: number;
  /** Pixels; absent where its head does not tell. */
  readonly width?: number;
  readonly height?: number;
}

/** The photographs that States have sent in or were sent, each State in a place of its own. */
export interface KnownPhotographs {
  /** Undefined where the State has none of this digest. */
  look(state: string, sha256: string): Promise<SeenPhotograph | undefined>;
}

/** Where nobody has any. */
export const NO_PHOTOGRAPHS: KnownPhotographs = { look: () => Promise.resolve(undefined) };

export class PhotographDetail implements ReferredPhotograph {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  readonly sha256!: string;

  @ApiProperty({ example: 'image/jpeg' })
  readonly mediaType!: string;

  @ApiProperty({ type: 'integer' })
  readonly bytes!: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Pixels, once it has arrived.' })
  readonly width?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Pixels, once it has arrived.' })
  readonly height?: number;

  @ApiProperty({ description: 'What it shows: a side, a mark, a headstamp.', example: 'LEFT' })
  readonly view!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the item that it shows; all when absent.' })
  readonly item?: number;

  @ApiProperty({
    description: 'Its bytes are here; those of another State travel by themselves.',
  })
  readonly arrived!: boolean;

  @ApiProperty({ format: 'uri-reference', description: 'Where its bytes are read.' })
  readonly href!: string;
}

/** The photographs that a request refers to, as the State has them. */
export function photographDetails(
  referred: readonly ReferredPhotograph[],
  state: string,
  photographs: KnownPhotographs,
): Promise<readonly PhotographDetail[]> {
  const details = referred.map(async ({ sha256, mediaType, bytes, view, item }) => {
    const seen = await photographs.look(state, sha256);
    return {
      ...{ sha256, mediaType, bytes, view, ...(item !== undefined && { item }) },
      ...(seen?.width !== undefined && { width: seen.width }),
      ...(seen?.height !== undefined && { height: seen.height }),
      arrived: seen !== undefined,
      href: `/v1/photographs/${sha256}`,
    };
  });
  return Promise.all(details);
}
