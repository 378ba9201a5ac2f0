import { Body, Controller, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idFor, Invocation, type Invoked, NEW_ID, NOW, Occurrence, occurrenceOf } from '@vestigo/http';
import { Allow, stateOf } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import { DraftDto, SubmitDraftDto } from './draft.dto';
import { SentRequest } from './duplicates.dto';
import { draftContentOf } from './request-form';
import { RequestStep } from './request-step';
import { RequestingDesk } from './requesting-desk';
import { RequestState } from './requests.dto';
import { RequestSending } from './request-sending';

/** A request before it leaves the desk: written, approved by a second officer where the State asks for it, submitted. */
@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class DraftsController {
  constructor(
    private readonly desk: RequestingDesk,
    private readonly sending: RequestSending,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(NEW_ID) private readonly newId: () => string,
  ) {}

  @Post('drafts')
  @Allow('officer')
  @ApiOperation({ summary: 'Begin a draft; nobody outside the desk sees it' })
  @ApiCreatedResponse({ type: RequestState })
  async draft(
    @Body() body: DraftDto,
    @Invocation() invoked: Invoked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestState> {
    const { actor, context } = invoked;
    const { respondingState } = body;
    const [requestId, requestingState] = [idFor(context, this.newId), stateOf(actor)];
    const parties = { requestId, requestingState, respondingState, imported: false };
    const writing = { officer: actor.subject, content: draftContentOf(body) };
    const state = await this.desk.done(
      requestId,
      { type: 'DraftRequest', ...this.actOf(body, invoked), ...parties, ...writing },
      invoked,
    );
    void reply.header('Location', `/v1/requests/${requestId}`);
    return state;
  }

  @Put(':id/draft')
  @Allow('officer')
  @ApiOperation({ summary: 'Write a draft anew, which takes its approval away' })
  @ApiOkResponse({ type: RequestState })
  revise(
    @Param('id') id: string,
    @Body() body: DraftDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { respondingState } = body;
    const writing = { officer: invoked.actor.subject, respondingState, content: draftContentOf(body) };
    return this.desk.done(id, { type: 'ReviseDraft', ...this.actOf(body, invoked), ...writing }, invoked);
  }

  @RequestStep('approval', 'Approve a draft as another officer than those who wrote it')
  async approve(
    @Param('id') id: string,
    @Body() body: Occurrence,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const act = this.actOf(body, invoked);
    const reviewRequired = await this.desk.reviewRequired(act.by);
    const officer = invoked.actor.subject;
    return this.desk.done(id, { type: 'ApproveDraft', ...act, officer, reviewRequired }, invoked);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Send a draft (ITI 17) to the point of contact of the State asked' })
  @ApiOkResponse({ type: SentRequest })
  submit(
    @Param('id') id: string,
    @Body() body: SubmitDraftDto,
    @Invocation() invoked: Invoked,
  ): Promise<SentRequest> {
    return this.sending.ofDraft(id, body, invoked);
  }

  private actOf(body: Occurrence, { actor }: Invoked) {
    return { by: stateOf(actor), ...occurrenceOf(body, this.now()) };
  }
}
