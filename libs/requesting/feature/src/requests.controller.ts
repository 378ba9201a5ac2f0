import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  decodePlace,
  encodePlace,
  idFor,
  Invocation,
  type Invoked,
  NEW_ID,
  NOW,
  occurrenceOf,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import type { TracingRequestCommand } from '@vestigo/requesting/domain';
import { KNOWN_DIRECTORY, type KnownDirectory } from './known-directory';
import { SubmitRequestDto } from './request-content.dto';
import { maySee, requestDetail } from './request-detail';
import { contentOf, toldInFormOf } from './request-form';
import { GetRequest, ListRequests } from './request.query';
import { requestExamples } from './request.examples';
import { RequestingDesk, unknownRequest } from './requesting-desk';
import { ListRequestsDto, RequestDetail, RequestPage, RequestState } from './requests.dto';

@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class RequestsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly desk: RequestingDesk,
    @Inject(KNOWN_DIRECTORY) private readonly directory: KnownDirectory,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(NEW_ID) private readonly newId: () => string,
  ) {}

  @Post()
  @Allow('officer')
  @ApiOperation({ summary: 'Send a tracing request' })
  @ApiBody({ type: SubmitRequestDto, examples: requestExamples })
  @ApiCreatedResponse({ type: RequestState })
  async submit(
    @Body() body: SubmitRequestDto,
    @Invocation() invoked: Invoked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestState> {
    const { imported = false, respondingState } = body;
    const requestId = idFor(invoked.context, this.newId);
    const requestingState = stateOf(invoked.actor);
    const act = { by: requestingState, ...occurrenceOf(body, this.now()) };
    const command: TracingRequestCommand = {
      type: 'SubmitRequest',
      ...act,
      requestId,
      requestingState,
      respondingState,
      imported,
      content: contentOf(body),
      addressedTo: await this.desk.addressedTo(respondingState, act.at),
      reviewRequired: await this.desk.reviewRequired(requestingState),
    };
    const state = await this.desk.done(requestId, command, invoked).catch((error: unknown) => {
      throw toldInFormOf(body, error);
    });
    void reply.header('Location', `/v1/requests/${requestId}`);
    return state;
  }

  @Get()
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: "The desk's requests, newest first" })
  @ApiOkResponse({ type: RequestPage })
  async list(
    @Query() { status, cursor, limit }: ListRequestsDto,
    @CurrentActor() actor: Actor,
  ): Promise<RequestPage> {
    const before = cursor === undefined ? undefined : decodePlace(cursor);
    const lines = await this.queries.execute(new ListRequests({ state: actor.state, status, before, limit }));
    return {
      items: lines.map(({ place: _, openedAt, changedAt, ...line }) => ({
        ...line,
        submittedAt: new Date(openedAt).toISOString(),
        changedAt: new Date(changedAt).toISOString(),
      })),
      next: encodePlace(lines, limit),
    };
  }

  @Get(':id')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'One request; its content only for officers of the requesting State' })
  @ApiOkResponse({ type: RequestDetail })
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RequestDetail> {
    const found = await this.queries.execute(new GetRequest(id));
    const at = this.now();
    if (!(await maySee(actor, found.request, this.directory, at))) throw unknownRequest();
    return requestDetail(id, found, actor, at);
  }
}
