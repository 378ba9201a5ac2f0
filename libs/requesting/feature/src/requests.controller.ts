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
import { regimeProfiles } from '@vestigo/deadlines';
import type { Named } from '@vestigo/docket';
import {
  decodeDue,
  decodePlace,
  encodeDue,
  encodePlace,
  Invocation,
  type Invoked,
  KNOWN_PHOTOGRAPHS,
  type KnownPhotographs,
  NOW,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import type { DeskClock, TracingRequest } from '@vestigo/requesting/domain';
import { SentRequest } from './duplicates.dto';
import { FindBySerial } from './duplicates.query';
import { KNOWN_DIRECTORY, type KnownDirectory } from './known-directory';
import { SubmitRequestDto } from './request-content.dto';
import { maySee, requestDetail, seesDrafts } from './request-detail';
import { requestExamples } from './request.examples';
import { GetRequest, ListRequests, ListRequestsByDue } from './request.query';
import { unknownRequest } from './requesting-desk';
import { ListRequestsDto, RequestDetail, RequestPage } from './requests.dto';
import { RequestSending } from './request-sending';
import { filterOf, summaryOf } from './requests.page';
import { DESK_CLOCK, type DeskClockOf } from './traces.controller';

@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class RequestsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sending: RequestSending,
    @Inject(KNOWN_DIRECTORY) private readonly directory: KnownDirectory,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(DESK_CLOCK) private readonly deskClock: DeskClockOf,
    @Inject(KNOWN_PHOTOGRAPHS) private readonly photographs: KnownPhotographs,
  ) {}

  @Post()
  @Allow('officer')
  @ApiOperation({ summary: 'Send a tracing request' })
  @ApiBody({ type: SubmitRequestDto, examples: requestExamples })
  @ApiCreatedResponse({ type: SentRequest })
  async submit(
    @Body() body: SubmitRequestDto,
    @Invocation() invoked: Invoked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentRequest> {
    const sent = await this.sending.ofRequest(body, invoked);
    void reply.header('Location', `/v1/requests/${sent.id}`);
    return sent;
  }

  @Get()
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary: "The desk's requests, newest first or by what falls due next",
    description:
      'Drafts, approved or not, are listed for officers of their State alone; what is sent takes its place among what was sent.',
  })
  @ApiOkResponse({ type: RequestPage })
  async list(@Query() query: ListRequestsDto, @CurrentActor() actor: Actor): Promise<RequestPage> {
    const { order, cursor, limit } = query;
    const asOf = this.now();
    const drafts = seesDrafts(actor);
    const filter = {
      ...filterOf(query, actor.state, asOf),
      named: await this.named(query, actor),
      drafts,
      limit,
    };
    const byDue = order === 'due';
    const lines = byDue
      ? await this.queries.execute(
          new ListRequestsByDue({ ...filter, after: cursor === undefined ? undefined : decodeDue(cursor) }),
        )
      : await this.queries.execute(
          new ListRequests({ ...filter, before: cursor === undefined ? undefined : decodePlace(cursor) }),
        );
    return {
      asOf: new Date(asOf).toISOString(),
      items: lines.map(summaryOf),
      next: byDue ? encodeDue(lines, limit) : encodePlace(lines, limit),
    };
  }

  /** Serial numbers are content, which is for officers of the State alone. */
  private async named({ text }: ListRequestsDto, { state, role }: Actor): Promise<Named | undefined> {
    if (text === undefined) return undefined;
    const mayLookUp = role === 'officer' && state !== null;
    const ids = mayLookUp ? await this.queries.execute(new FindBySerial(state, text)) : [];
    return { id: text.trim().toLowerCase(), ids };
  }

  @Get(':id')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'One request; its content only for officers of the requesting State' })
  @ApiOkResponse({ type: RequestDetail })
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RequestDetail> {
    const found = await this.queries.execute(new GetRequest(id));
    const at = this.now();
    if (!(await maySee(actor, found.request, this.directory, at))) throw unknownRequest();
    const clock = await this.deskClockFor(found.request);
    const rules = { profiles: regimeProfiles, deskClock: () => clock };
    return requestDetail(id, found, { actor, at, rules, photographs: this.photographs });
  }

  private async deskClockFor(request: TracingRequest): Promise<DeskClock> {
    if (request.status === 'unknown') throw unknownRequest();
    return this.deskClock(request.parties.respondingState);
  }
}
