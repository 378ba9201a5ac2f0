import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { NumberedDelegation } from '@vestigo/directory/domain';
import { Invocation, type Invoked, NOW, occurrenceOf } from '@vestigo/http';
import { Allow } from '@vestigo/identity';
import type { Instant, View } from '@vestigo/kernel';
import { isState } from '@vestigo/states';
import { DelegateDeskDto, DelegationsView, EndDelegationDto } from './delegations.dto';
import { DirectoryCommand, unknownParticipant } from './participant.command';
import { PARTICIPANT_LIST } from './participant-list.projection';
import { participantAsKnown } from './participant-rows';
import { EntryPath } from './participants.dto';

@ApiTags('Directory')
@ApiBearerAuth()
@Controller('v1/participants')
export class DelegationsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PARTICIPANT_LIST) private readonly view: View,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get(':code/delegations')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'Which liaison desks may act for a State, and when' })
  @ApiOkResponse({ type: DelegationsView })
  list(@Param('code') code: string): DelegationsView {
    if (!isState(code)) throw unknownParticipant(code);
    return viewOf(code, participantAsKnown(this.view, code, 'delegation'));
  }

  @Post(':code/delegations')
  @Allow('officer')
  @ApiOperation({ summary: 'Let a liaison desk transmit, remind or comment for the own State (ITI 33-35)' })
  @ApiCreatedResponse({ type: DelegationsView })
  async delegate(
    @Param('code') code: string,
    @Body() body: DelegateDeskDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<DelegationsView> {
    const { desk, body: name, acts, from, to } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const delegation = {
      desk,
      body: name,
      acts,
      from: from === undefined ? act.at : Date.parse(from),
      ...(to !== undefined && { to: Date.parse(to) }),
    };
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'DelegateDesk', ...act, delegation }, context),
    );
    return viewOf(code, state);
  }

  @Post(':code/delegations/:number/end')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'End a delegation of the own State' })
  @ApiOkResponse({ type: DelegationsView })
  async end(
    @Param() { code, number }: EntryPath,
    @Body() body: EndDelegationDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<DelegationsView> {
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const to = body.to === undefined ? act.at : Date.parse(body.to);
    const { state } = await this.commands.execute(
      new DirectoryCommand({ type: 'EndDelegation', ...act, number, to }, context),
    );
    return viewOf(code, state);
  }
}

function viewOf(
  code: string,
  known: { readonly version: number; readonly delegations: readonly NumberedDelegation[] },
): DelegationsView {
  return {
    code,
    version: known.version,
    items: known.delegations.map(({ from, to, ...delegation }) => ({
      ...delegation,
      from: new Date(from).toISOString(),
      to: to === undefined ? null : new Date(to).toISOString(),
    })),
  };
}
