import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Invocation, type Invoked, NOW, occurrenceOf } from '@vestigo/http';
import { Allow } from '@vestigo/identity';
import type { Instant, View } from '@vestigo/kernel';
import { isState } from '@vestigo/states';
import { CorrectMarkingPracticeDto, MarkingPracticeDto, MarkingPracticesView } from './marking-practices.dto';
import { DirectoryCommand, unknownParticipant } from './participant.command';
import { PARTICIPANT_LIST } from './participant-list.projection';
import { participantAsKnown } from './participant-rows';
import { EntryPath } from './participants.dto';

@ApiTags('Directory')
@ApiBearerAuth()
@Controller('v1/participants')
export class MarkingPracticesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PARTICIPANT_LIST) private readonly view: View,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get(':code/marking-practices')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'How a State marks arms (PoA III.12)' })
  @ApiOkResponse({ type: MarkingPracticesView })
  list(@Param('code') code: string): MarkingPracticesView {
    if (!isState(code)) throw unknownParticipant(code);
    const { version, practices: items } = participantAsKnown(this.view, code, 'practice');
    return { code, version, items };
  }

  @Post(':code/marking-practices')
  @Allow('officer', 'coordinator')
  @ApiOperation({ summary: 'Record a marking practice' })
  @ApiCreatedResponse({ type: MarkingPracticesView })
  async record(
    @Param('code') code: string,
    @Body() body: MarkingPracticeDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<MarkingPracticesView> {
    const { occurredAt: _, ...practice } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'RecordMarkingPractice', ...act, practice }, context),
    );
    return { code, version: state.version, items: state.practices };
  }

  @Put(':code/marking-practices/:number')
  @Allow('officer', 'coordinator')
  @ApiOperation({ summary: 'Say what a marking practice is; what was said stays in the history' })
  @ApiOkResponse({ type: MarkingPracticesView })
  async correct(
    @Param() { code, number }: EntryPath,
    @Body() body: CorrectMarkingPracticeDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<MarkingPracticesView> {
    const { occurredAt: _, reason, ...practice } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'CorrectMarkingPractice', ...act, number, reason, practice }, context),
    );
    return { code, version: state.version, items: state.practices };
  }
}
