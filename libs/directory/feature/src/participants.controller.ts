import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  decodePlace,
  decodeTexts,
  encodePlace,
  encodeTexts,
  Invocation,
  type Invoked,
  NOW,
  occurrenceOf,
  PageQuery,
} from '@vestigo/http';
import { Allow } from '@vestigo/identity';
import type { Instant, View } from '@vestigo/kernel';
import { isState } from '@vestigo/states';
import { DirectoryCommand, unknownParticipant } from './participant.command';
import { lineOf, ListParticipants, PARTICIPANT_LIST, participantLine } from './participant-list.projection';
import { changesIn } from './participant-rows';
import {
  ParticipantHistoryPage,
  ParticipantPage,
  ParticipantView,
  RegisterPointOfContactDto,
  SetLapsePolicyDto,
  SetReviewPolicyDto,
} from './participants.dto';

@ApiTags('Directory')
@ApiBearerAuth()
@Controller('v1/participants')
export class ParticipantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PARTICIPANT_LIST) private readonly view: View,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get()
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'Every State and its national point of contact' })
  @ApiOkResponse({ type: ParticipantPage })
  async list(@Query() { cursor, limit }: PageQuery): Promise<ParticipantPage> {
    const [after = ''] = cursor === undefined ? [] : decodeTexts(cursor, 1);
    const items = await this.queries.execute(new ListParticipants(after, limit));
    return { items, next: encodeTexts(items, limit, ({ code }) => [code]) };
  }

  @Get(':code')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'One State and its national point of contact' })
  @ApiOkResponse({ type: ParticipantView })
  get(@Param('code') code: string): ParticipantView {
    if (!isState(code)) throw unknownParticipant(code);
    return participantLine(this.view, code, this.now());
  }

  @Get(':code/history')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({
    summary: 'What the directory was told of a State, oldest first, with what was corrected since',
  })
  @ApiOkResponse({ type: ParticipantHistoryPage })
  history(@Param('code') code: string, @Query() { cursor, limit }: PageQuery): ParticipantHistoryPage {
    if (!isState(code)) throw unknownParticipant(code);
    const after = cursor === undefined ? 0 : decodePlace(cursor);
    const changes = changesIn(this.view, code, { after, limit });
    return {
      items: changes.map(({ version, recordedAt, event: { type, occurredAt, data } }) => ({
        version,
        type,
        occurredAt: new Date(occurredAt).toISOString(),
        recordedAt: new Date(recordedAt).toISOString(),
        data,
      })),
      next: encodePlace(
        changes.map(({ version }) => ({ place: version })),
        limit,
      ),
    };
  }

  @Put(':code/point-of-contact')
  @Allow('officer', 'coordinator')
  @ApiOperation({ summary: 'Register the national point of contact from now on (ITI 25)' })
  @ApiOkResponse({ type: ParticipantView })
  async register(
    @Param('code') code: string,
    @Body() body: RegisterPointOfContactDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<ParticipantView> {
    const { occurredAt: _, ...pointOfContact } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'RegisterPointOfContact', ...act, pointOfContact }, context),
    );
    return lineOf(code, state, this.now());
  }

  @Put(':code/review-policy')
  @Allow('officer')
  @ApiOperation({ summary: 'Say whether a second officer approves each request before it is sent' })
  @ApiOkResponse({ type: ParticipantView })
  async review(
    @Param('code') code: string,
    @Body() body: SetReviewPolicyDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<ParticipantView> {
    const { reviewRequired } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'SetReviewPolicy', ...act, reviewRequired }, context),
    );
    return lineOf(code, state, this.now());
  }

  @Put(':code/lapse-policy')
  @Allow('officer')
  @ApiOperation({
    summary:
      'Say after how many days requests of the State lapse by themselves; they do not unless it is said',
  })
  @ApiOkResponse({ type: ParticipantView })
  async lapse(
    @Param('code') code: string,
    @Body() policy: SetLapsePolicyDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<ParticipantView> {
    const now = this.now();
    const { state } = await this.commands.execute(
      new DirectoryCommand(
        { type: 'SetLapsePolicy', by: actor.state, state: code, at: now, now, policy },
        context,
      ),
    );
    return lineOf(code, state, this.now());
  }
}
