import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  idFor,
  type Invoked,
  KNOWN_PHOTOGRAPHS,
  type KnownPhotographs,
  NEW_ID,
  NOW,
  occurrenceOf,
} from '@vestigo/http';
import { stateOf } from '@vestigo/identity';
import { type Instant, Rejection } from '@vestigo/kernel';
import { type MatterStatus, REQUESTING_EDGES } from '@vestigo/lifecycle';
import {
  isSubmitted,
  type KeptRequest,
  type SubmitDraft,
  type SubmitRequest,
} from '@vestigo/requesting/domain';
import { duplicateDetail, SentRequest } from './duplicates.dto';
import { FindDuplicates } from './duplicates.query';
import type { SubmitDraftDto } from './draft.dto';
import type { SubmitRequestDto } from './request-content.dto';
import { keptAmong } from './kept-photographs';
import { toldInFormOf } from './request-form';
import { GetRequest } from './request.query';
import { RequestingCommand } from './requesting.command';
import { RequestingDesk } from './requesting-desk';
import { submissionOf } from './submission';
import { GetTrace } from './trace.query';

/** Sends requests to the point of contact in force, as the State's review policy and their trail allow. */
@Injectable()
export class RequestSending {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly desk: RequestingDesk,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(NEW_ID) private readonly newId: () => string,
    @Inject(KNOWN_PHOTOGRAPHS) private readonly photographs: KnownPhotographs,
  ) {}

  async ofRequest(body: SubmitRequestDto, invoked: Invoked): Promise<SentRequest> {
    const requestId = idFor(invoked.context, this.newId);
    const requestingState = stateOf(invoked.actor);
    const reviewRequired = await this.desk.reviewRequired(requestingState);
    const sender = { requestId, requestingState, now: this.now(), reviewRequired };
    const submission = submissionOf(body, sender);
    const { content, respondingState, at } = submission;
    const command: SubmitRequest = {
      ...submission,
      addressedTo: await this.desk.addressedTo(respondingState, at),
      kept: await keptAmong(content, requestingState, this.photographs),
    };
    return this.sent(requestId, command, body.closesParent === true, invoked).catch((error: unknown) => {
      throw toldInFormOf(body, error);
    });
  }

  async ofDraft(id: string, body: SubmitDraftDto, invoked: Invoked): Promise<SentRequest> {
    const act = { by: stateOf(invoked.actor), ...occurrenceOf(body, this.now()) };
    const { request } = await this.queries.execute(new GetRequest(id));
    const { photographs = [] } = request.status === 'unknown' ? {} : request.content;
    const command: SubmitDraft = {
      type: 'SubmitDraft',
      ...act,
      addressedTo: await this.desk.addressedFor(id, act),
      reviewRequired: await this.desk.reviewRequired(act.by),
      kept: await keptAmong({ photographs }, act.by, this.photographs),
    };
    return this.sent(id, command, body.closesParent === true, invoked);
  }

  private async sent(
    id: string,
    command: SubmitRequest | SubmitDraft,
    closesParent: boolean,
    invoked: Invoked,
  ): Promise<SentRequest> {
    const { state, version } = await this.commands.execute(
      new RequestingCommand(id, command, invoked.context),
    );
    if (!isSubmitted(state)) throw new Error(`request ${id} is not sent after its submission`);
    const { status, parties, content, addressedTo = null } = state;
    const trail = await this.trailOf(content.parentRequestId);
    if (closesParent) await this.closeParent(content.parentRequestId, trail, invoked);
    const apart = [id, ...trail.map(({ request }) => request.parties.requestId)];
    const duplicates = await this.queries.execute(
      new FindDuplicates(parties.requestingState, content, apart),
    );
    return { id, version, status, addressedTo, possibleDuplicates: duplicates.map(duplicateDetail) };
  }

  private async trailOf(parentRequestId: string | undefined): Promise<readonly KeptRequest[]> {
    return parentRequestId === undefined ? [] : this.queries.execute(new GetTrace(parentRequestId));
  }

  /** 8.1: CLOSED with a child request. A parent that has ended, or ends meanwhile, stays as it is. */
  private async closeParent(
    parentRequestId: string | undefined,
    trail: readonly KeptRequest[],
    { actor, context: { meta } }: Invoked,
  ): Promise<void> {
    const parent = trail.find(({ request }) => request.parties.requestId === parentRequestId);
    if (parentRequestId === undefined || !parent || !isClosable(parent.request.status)) return;
    const now = this.now();
    const act = { by: stateOf(actor), at: now, now, conclusion: 'FOLLOWED_ON' } as const;
    await this.commands
      .execute(new RequestingCommand(parentRequestId, { type: 'CloseRequest', ...act }, { meta }))
      .catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
      });
  }
}

const isClosable = (status: MatterStatus) =>
  REQUESTING_EDGES.close.from.some((closable) => closable === status);
