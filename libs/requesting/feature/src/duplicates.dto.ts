import { ApiProperty } from '@nestjs/swagger';
import { COMPARED_FIELDS, COMPARISON_FINDINGS } from '@vestigo/arms';
import { MATTER_STATUSES, type MatterStatus } from '@vestigo/lifecycle';
import type { PossibleDuplicate } from '@vestigo/requesting/domain';
import { RequestState } from './requests.dto';

const FIELDS = [...COMPARED_FIELDS, 'recoveredOn', 'recoveryPlace'] as const;

export class ReasonDetail {
  @ApiProperty({ enum: FIELDS })
  readonly field!: (typeof FIELDS)[number];

  @ApiProperty({ enum: COMPARISON_FINDINGS })
  readonly finding!: (typeof COMPARISON_FINDINGS)[number];
}

/** An earlier request of the own State on, perhaps, the same arm and recovery. */
export class PossibleDuplicateDetail {
  @ApiProperty({ description: 'Number of the item of this request.' })
  readonly item!: number;

  @ApiProperty({ format: 'uuid' })
  readonly requestId!: string;

  @ApiProperty({ description: 'Number of the item of the earlier request.' })
  readonly ofItem!: number;

  @ApiProperty()
  readonly respondingState!: string;

  @ApiProperty({ enum: MATTER_STATUSES })
  readonly status!: MatterStatus;

  @ApiProperty({ format: 'date-time' })
  readonly submittedAt!: string;

  @ApiProperty({ type: [ReasonDetail], description: 'What was compared, and how it came out.' })
  readonly reasons!: readonly ReasonDetail[];
}

export class PossibleDuplicates {
  @ApiProperty({
    type: [PossibleDuplicateDetail],
    description: 'At most 10; an officer decides, nothing is merged.',
  })
  readonly possibleDuplicates!: readonly PossibleDuplicateDetail[];
}

/** A request that was sent, and what it may repeat. */
export class SentRequest extends RequestState {
  @ApiProperty({
    type: [PossibleDuplicateDetail],
    description:
      'Earlier requests of the own State on, perhaps, the same arm and recovery: at most 10. The request is sent all the same.',
  })
  readonly possibleDuplicates!: readonly PossibleDuplicateDetail[];
}

export function duplicateDetail({ submittedAt, ...duplicate }: PossibleDuplicate): PossibleDuplicateDetail {
  return { ...duplicate, submittedAt: new Date(submittedAt).toISOString() };
}
