import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NOW, problemResponse } from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { type Instant, Rejection } from '@vestigo/kernel';
import {
  followableFrom,
  followOnOf,
  furtherStates,
  hopsOf,
  type KeptRequest,
} from '@vestigo/requesting/domain';
import { duplicateDetail, PossibleDuplicates } from './duplicates.dto';
import { FindDuplicates } from './duplicates.query';
import { SubmitRequestDto } from './request-content.dto';
import { requestExamples } from './request.examples';
import { contentOf } from './request-form';
import { GetTrace } from './trace.query';
import { FollowOnQuery } from './traces.dto';

/** What a desk is offered before it sends a request. Nothing is stored by it. */
@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class FollowOnController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get(':id/follow-on')
  @Allow('officer')
  @ApiOperation({
    summary:
      'The request to the State that an answer names next, to be mended and sent with POST /v1/requests',
    description:
      'What the parent said in its own right; of the answer only what its handling conditions let the next State have (ITI 15(c)).',
  })
  @ApiOkResponse({ type: SubmitRequestDto })
  @ApiConflictResponse(
    problemResponse(409, 'No answer on this item names a further State that may be asked.'),
  )
  async followOn(
    @Param('id') id: string,
    @Query() { item = 1, state }: FollowOnQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SubmitRequestDto> {
    const kept = await this.queries.execute(new GetTrace(id));
    const hops = hopsOf(isOfState(kept, id, stateOf(actor)) ? kept : []);
    const hop = hops.find(({ requestId, item: number }) => requestId === id && number === item);
    if (!hop) {
      throw new Rejection(
        'not-found',
        'request-not-found',
        'Your State has sent no request with this id and item.',
      );
    }
    const named = furtherStates(hop);
    const respondingState = state ?? named[0];
    if (respondingState === undefined || !named.includes(respondingState)) {
      throw new Rejection(
        'conflict',
        'no-further-state',
        named.length === 0
          ? 'No answer on this item names a State that is to be asked next.'
          : `The answers on this item name ${named.join(', ')}.`,
      );
    }
    const refusal = followableFrom(hop, hops, { requestId: '', respondingState });
    if (refusal) throw refusal;
    return { respondingState, ...followOnOf(hop, respondingState, { officer: actor, at: this.now() }) };
  }

  @Post('duplicates')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({
    summary: 'Earlier requests that a request may repeat; takes the same body, and sends nothing',
  })
  @ApiBody({ type: SubmitRequestDto, examples: requestExamples })
  @ApiOkResponse({ type: PossibleDuplicates })
  async duplicates(
    @Body() body: SubmitRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<PossibleDuplicates> {
    const content = contentOf(body);
    const { parentRequestId } = content;
    const trail =
      parentRequestId === undefined ? [] : await this.queries.execute(new GetTrace(parentRequestId));
    const apart = trail.map(({ request }) => request.parties.requestId);
    const found = await this.queries.execute(new FindDuplicates(stateOf(actor), content, apart));
    return { possibleDuplicates: found.map(duplicateDetail) };
  }
}

const isOfState = (kept: readonly KeptRequest[], id: string, state: string) =>
  kept.some(({ request: { parties } }) => parties.requestId === id && parties.requestingState === state);
