import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  decodeTexts,
  encodeTexts,
  Invocation,
  type Invoked,
  NOW,
  occurrenceOf,
  PageQuery,
} from '@vestigo/http';
import { Allow } from '@vestigo/identity';
import type { Instant, View } from '@vestigo/kernel';
import { isState, stateName } from '@vestigo/states';
import { DirectoryCommand, unknownParticipant } from './participant.command';
import { ListParticipants, PARTICIPANT_LIST, participantLine } from './participant-list.projection';
import { ParticipantPage, ParticipantView, RegisterPointOfContactDto } from './participants.dto';

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
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'Every State and its national point of contact' })
  @ApiOkResponse({ type: ParticipantPage })
  async list(@Query() { cursor, limit }: PageQuery): Promise<ParticipantPage> {
    const [after = ''] = cursor === undefined ? [] : decodeTexts(cursor, 1);
    const items = await this.queries.execute(new ListParticipants(after, limit));
    return { items, next: encodeTexts(items, limit, ({ code }) => [code]) };
  }

  @Get(':code')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'One State and its national point of contact' })
  @ApiOkResponse({ type: ParticipantView })
  get(@Param('code') code: string): ParticipantView {
    if (!isState(code)) throw unknownParticipant(code);
    return participantLine(this.view, code);
  }

  @Put(':code/point-of-contact')
  @Allow('officer', 'coordinator')
  @ApiOperation({ summary: 'Register the national point of contact (ITI 25)' })
  @ApiOkResponse({ type: ParticipantView })
  async register(
    @Param('code') code: string,
    @Body() body: RegisterPointOfContactDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<ParticipantView> {
    const { occurredAt: _, ...pointOfContact } = body;
    const { state, version } = await this.commands.execute(
      new DirectoryCommand(
        {
          type: 'RegisterPointOfContact',
          by: actor.state,
          state: code,
          ...occurrenceOf(body, this.now()),
          pointOfContact,
        },
        context,
      ),
    );
    return { code, name: stateName(code), version, pointOfContact: state.pointOfContact };
  }
}
