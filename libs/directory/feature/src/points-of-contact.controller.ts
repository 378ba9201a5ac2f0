import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Contact } from '@vestigo/directory/domain';
import { Invocation, type Invoked, NOW, occurrenceOf } from '@vestigo/http';
import { Allow } from '@vestigo/identity';
import type { Instant, View } from '@vestigo/kernel';
import { isState } from '@vestigo/states';
import { DirectoryCommand, unknownParticipant } from './participant.command';
import { PARTICIPANT_LIST } from './participant-list.projection';
import { participantAsKnown } from './participant-rows';
import {
  CorrectPointOfContactDto,
  EntryPath,
  KnownQuery,
  PointOfContactForPeriodDto,
  PointsOfContactView,
} from './participants.dto';

@ApiTags('Directory')
@ApiBearerAuth()
@Controller('v1/participants')
export class PointsOfContactController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PARTICIPANT_LIST) private readonly view: View,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get(':code/points-of-contact')
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({
    summary: 'Who answered, answers and will answer for a State',
    description:
      'Of those that are valid on a day, the one that began last is in force. With `version` or `knownAt`, as the directory knew it then.',
  })
  @ApiOkResponse({ type: PointsOfContactView })
  list(@Param('code') code: string, @Query() { version, knownAt }: KnownQuery): PointsOfContactView {
    if (!isState(code)) throw unknownParticipant(code);
    const known = participantAsKnown(this.view, code, 'contact', {
      ...(version !== undefined && { version }),
      ...(knownAt !== undefined && { at: Date.parse(knownAt) }),
    });
    return viewOf(code, known);
  }

  @Post(':code/points-of-contact')
  @Allow('officer', 'coordinator')
  @ApiOperation({ summary: 'Register a point of contact for a period (ITI 25)' })
  @ApiCreatedResponse({ type: PointsOfContactView })
  async register(
    @Param('code') code: string,
    @Body() body: PointOfContactForPeriodDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<PointsOfContactView> {
    const { occurredAt: _, validFrom: _from, validTo: _to, ...pointOfContact } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand(
        { type: 'RegisterPointOfContact', ...act, ...validityIn(body), pointOfContact },
        context,
      ),
    );
    return viewOf(code, state);
  }

  @Put(':code/points-of-contact/:number')
  @Allow('officer', 'coordinator')
  @ApiOperation({
    summary: 'Say what a point of contact should have been; what was said stays in the history',
  })
  @ApiOkResponse({ type: PointsOfContactView })
  async correct(
    @Param() { code, number }: EntryPath,
    @Body() body: CorrectPointOfContactDto,
    @Invocation() { actor, context }: Invoked,
  ): Promise<PointsOfContactView> {
    const { occurredAt: _, validFrom: _from, validTo: _to, reason, ...pointOfContact } = body;
    const act = { by: actor.state, state: code, ...occurrenceOf(body, this.now()) };
    const { state } = await this.commands.execute(
      new DirectoryCommand(
        { type: 'CorrectPointOfContact', ...act, number, reason, ...validityIn(body), pointOfContact },
        context,
      ),
    );
    return viewOf(code, state);
  }
}

function validityIn({ validFrom, validTo }: PointOfContactForPeriodDto) {
  return {
    validFrom: Date.parse(validFrom),
    ...(validTo !== undefined && { validTo: Date.parse(validTo) }),
  };
}

function viewOf(
  code: string,
  { version, contacts }: { readonly version: number; readonly contacts: readonly Contact[] },
): PointsOfContactView {
  return {
    code,
    version,
    items: contacts.map(({ number, pointOfContact, validFrom, validTo }) => ({
      number,
      ...pointOfContact,
      validFrom: new Date(validFrom).toISOString(),
      validTo: validTo === undefined ? null : new Date(validTo).toISOString(),
    })),
  };
}
