import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
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
  occurrenceOf,
  timelineOf,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { type Handled, type Instant, Rejection } from '@vestigo/kernel';
import { type MatterStatus, REQUESTING_EDGES, shownReplies } from '@vestigo/lifecycle';
import {
  isSubmitted,
  type KeptRequest,
  type RequestContent,
  type TracingRequest,
  type TracingRequestCommand,
} from '@vestigo/requesting/domain';
import { duplicateDetail, SentRequest } from './duplicates.dto';
import { FindDuplicates } from './duplicates.query';
import { SubmitRequestDto } from './request-content.dto';
import { toldInFormOf } from './request-form';
import { GetRequest, ListRequests } from './request.query';
import {
  CloseRequestDto,
  ListRequestsDto,
  RequestDetail,
  RequestPage,
  RequestState,
  WithdrawRequestDto,
} from './requests.dto';
import { requestExamples } from './request.examples';
import { RequestingCommand } from './requesting.command';
import { GetTrace } from './trace.query';
import { submissionOf } from './submission';
import { NOW } from '@vestigo/http';

@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class RequestsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(NEW_ID) private readonly newId: () => string,
  ) {}

  @Post()
  @Allow('officer')
  @ApiOperation({ summary: 'Send a tracing request' })
  @ApiBody({ type: SubmitRequestDto, examples: requestExamples })
  @ApiCreatedResponse({ type: SentRequest })
  async submit(
    @Body() body: SubmitRequestDto,
    @Invocation() { actor, context }: Invoked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentRequest> {
    const requestId = idFor(context, this.newId);
    const requestingState = stateOf(actor);
    const submission = submissionOf(body, { requestId, requestingState, now: this.now() });
    const { content } = submission;
    const trail = await this.trailOf(content);
    const command = { ...submission, trail };
    const handled = await this.commands
      .execute(new RequestingCommand(requestId, command, context))
      .catch((error: unknown) => {
        throw toldInFormOf(body, error);
      });
    void reply.header('Location', `/v1/requests/${requestId}`);
    if (body.closesParent === true) await this.closeParent(content, trail, { actor, context });
    const apart = [requestId, ...trail.map(({ request }) => request.parties.requestId)];
    const duplicates = await this.queries.execute(new FindDuplicates(requestingState, content, apart));
    const { id, version, status } = stateAfter(requestId, handled);
    return { id, version, status, possibleDuplicates: duplicates.map(duplicateDetail) };
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
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'One request; its content only for officers of the requesting State' })
  @ApiOkResponse({ type: RequestDetail })
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RequestDetail> {
    const { request, history, crossHits } = await this.queries.execute(new GetRequest(id));
    // A draft is seen at its own desk alone.
    if (!isSubmitted(request) || !isParty(actor, request.parties.requestingState)) {
      throw new Rejection(
        'not-found',
        'request-not-found',
        'Your State is party to no request with this id.',
      );
    }
    const { parties, status, content, book, matter } = request;
    const said = { asked: book.own, replied: book.heard };
    const reader = { ...actor, purpose: content.intendedUse };
    const replies = shownReplies(parties, said, matter, { wayOut: 'read', reader, at: this.now() });
    const protectedContent = { content, crossHits, ...replies };
    return {
      id,
      version: history.length,
      status,
      requestingState: parties.requestingState,
      respondingState: parties.respondingState,
      imported: parties.imported,
      ...(actor.role === 'officer' && protectedContent),
      timeline: timelineOf(history),
    };
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Withdraw an open request' })
  @ApiOkResponse({ type: RequestState })
  withdraw(
    @Param('id') id: string,
    @Body() body: WithdrawRequestDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const act = { by: stateOf(invoked.actor), ...occurrenceOf(body, this.now()) };
    return this.act(id, { type: 'WithdrawRequest', ...act, reason: body.reason }, invoked);
  }

  @Post(':id/closure')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Close a request that was answered or refused' })
  @ApiOkResponse({ type: RequestState })
  close(
    @Param('id') id: string,
    @Body() body: CloseRequestDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const act = { by: stateOf(invoked.actor), ...occurrenceOf(body, this.now()) };
    return this.act(id, { type: 'CloseRequest', ...act, conclusion: body.conclusion }, invoked);
  }

  private async trailOf({ parentRequestId }: RequestContent): Promise<readonly KeptRequest[]> {
    return parentRequestId === undefined ? [] : this.queries.execute(new GetTrace(parentRequestId));
  }

  /** 8.1: CLOSED with a child request. A parent that has ended, or ends meanwhile, stays as it is. */
  private async closeParent(
    { parentRequestId = '' }: RequestContent,
    trail: readonly KeptRequest[],
    { actor, context: { meta } }: Invoked,
  ): Promise<void> {
    const parent = trail.find(({ request }) => request.parties.requestId === parentRequestId);
    if (!parent || !isClosable(parent.request.status)) return;
    const now = this.now();
    const act = { by: stateOf(actor), at: now, now, conclusion: 'FOLLOWED_ON' } as const;
    await this.commands
      .execute(new RequestingCommand(parentRequestId, { type: 'CloseRequest', ...act }, { meta }))
      .catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
      });
  }

  private async act(id: string, command: TracingRequestCommand, { context }: Invoked): Promise<RequestState> {
    return stateAfter(id, await this.commands.execute(new RequestingCommand(id, command, context)));
  }
}

/** A coordinator belongs to no State and sees every line, never its content. */
function isParty({ role, state }: Actor, requestingState: string): boolean {
  return role === 'coordinator' || state === requestingState;
}

const isClosable = (status: MatterStatus) =>
  REQUESTING_EDGES.close.from.some((closable) => closable === status);

function stateAfter(id: string, { state, version }: Handled<TracingRequest>): RequestState {
  if (state.status === 'unknown') throw new Error(`request ${id} has no state after its command`);
  return { id, version, status: state.status };
}
