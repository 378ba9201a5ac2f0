import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { COMPARED_FIELDS, COMPARISON_FINDINGS } from '@vestigo/arms';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { Rejection } from '@vestigo/kernel';
import { GetCase } from './case.query';
import { FindCrossHits } from './cross-hits.query';

export class ComparedDetail {
  @ApiProperty({ enum: COMPARED_FIELDS })
  readonly field!: (typeof COMPARED_FIELDS)[number];

  @ApiProperty({ enum: COMPARISON_FINDINGS })
  readonly finding!: (typeof COMPARISON_FINDINGS)[number];
}

/** Another case at the desk that may be about the same arm. */
export class CrossHitDetail {
  @ApiProperty({ description: 'Number of the item of this case.' })
  readonly item!: number;

  @ApiProperty({ format: 'uuid' })
  readonly caseId!: string;

  @ApiProperty()
  readonly requestingState!: string;

  @ApiProperty({ description: 'Number of the item of the other case.' })
  readonly ofItem!: number;

  @ApiProperty({ enum: ['SAME_KEY', 'POSSIBLE'] })
  readonly likeness!: string;

  @ApiProperty({ type: [ComparedDetail], description: 'What was compared, and how it came out.' })
  readonly reasons!: readonly ComparedDetail[];
}

export class CrossHitList {
  @ApiProperty({ type: [CrossHitDetail] })
  readonly items!: readonly CrossHitDetail[];
}

@ApiTags('Responding desk')
@ApiBearerAuth()
@Controller('v1/cases')
export class CrossHitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/cross-hits')
  @Allow('officer')
  @ApiOperation({ summary: 'Other cases of the desk that may be about the same arms; nothing is merged' })
  @ApiOkResponse({ type: CrossHitList })
  async crossHits(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CrossHitList> {
    const { found } = await this.queries.execute(new GetCase(id));
    if (found.status === 'unknown' || found.parties.respondingState !== stateOf(actor)) {
      throw new Rejection('not-found', 'case-not-found', 'Your State is party to no case with this id.');
    }
    return { items: await this.queries.execute(new FindCrossHits(found)) };
  }
}
