import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  decodePlace,
  encodePlace,
  Invocation,
  type Invoked,
  NOW,
  occurrenceOf,
  timelineOf,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { type Instant, Rejection } from '@vestigo/kernel';
import { answersOf, isOutsideInstrument, type Restriction, shownReplies } from '@vestigo/lifecycle';
import { askedIn, type TraceCaseCommand, warningsOf } from '@vestigo/responding/domain';
import { GetCase, ListCases } from './case.query';
import {
  AcknowledgeCaseDto,
  AnswerCaseDto,
  CaseDetail,
  CasePage,
  CaseState,
  ListCasesDto,
  RefuseCaseDto,
} from './cases.dto';
import { RespondingCommand } from './responding.command';

@ApiTags('Responding desk')
@ApiBearerAuth()
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get()
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: "The desk's cases, newest first" })
  @ApiOkResponse({ type: CasePage })
  async list(
    @Query() { status, cursor, limit }: ListCasesDto,
    @CurrentActor() actor: Actor,
  ): Promise<CasePage> {
    const before = cursor === undefined ? undefined : decodePlace(cursor);
    const lines = await this.queries.execute(new ListCases({ state: actor.state, status, before, limit }));
    return {
      items: lines.map(({ place: _, openedAt, changedAt, ...line }) => ({
        ...line,
        receivedAt: new Date(openedAt).toISOString(),
        changedAt: new Date(changedAt).toISOString(),
      })),
      next: encodePlace(lines, limit),
    };
  }

  @Get(':id')
  @Allow('officer', 'liaison', 'coordinator')
  @ApiOperation({ summary: 'One case; its content only for officers of the responding State' })
  @ApiOkResponse({ type: CaseDetail })
  async get(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseDetail> {
    const { found, history } = await this.queries.execute(new GetCase(id));
    if (found.status === 'unknown' || !isParty(actor, found.parties.respondingState)) {
      throw new Rejection('not-found', 'case-not-found', 'Your State is party to no case with this id.');
    }
    const { parties, status, receivedAt, content, book, matter } = found;
    const said = { asked: book.heard, replied: book.own };
    const reading = { wayOut: 'read', reader: actor, at: this.now() } as const;
    const { refusal, ...answers } = shownReplies(parties, said, matter, reading);
    const asked = askedIn(content, receivedAt);
    const warnings = answersOf(book.own).flatMap((answer) =>
      warningsOf(answer, asked).map((warning) => ({ item: answer.item, ...warning })),
    );
    const protectedContent = { content, ...answers, warnings, ...(refusal && { refusal: flagged(refusal) }) };
    return {
      id,
      version: history.length,
      status,
      requestingState: parties.requestingState,
      respondingState: parties.respondingState,
      imported: parties.imported,
      receivedAt: new Date(receivedAt).toISOString(),
      ...(actor.role === 'officer' && protectedContent),
      timeline: timelineOf(history),
    };
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Acknowledge receipt (ITI 19)' })
  @ApiOkResponse({ type: CaseState })
  acknowledge(
    @Param('id') id: string,
    @Body() body: AcknowledgeCaseDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.act(id, { type: 'AcknowledgeCase', ...this.actOf(body, invoked) }, invoked);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Answer (ITI 20); part may be held back on a ground of ITI 22' })
  @ApiOkResponse({ type: CaseState })
  answer(
    @Param('id') id: string,
    @Body() body: AnswerCaseDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { occurredAt: _, ...answer } = body;
    const answers = [{ item: 1, ...answer }];
    return this.act(id, { type: 'AnswerCase', ...this.actOf(body, invoked), answers }, invoked).catch(
      (error: unknown) => {
        throw ofTheOnlyItem(error);
      },
    );
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('officer')
  @ApiOperation({ summary: 'Refuse on a ground of ITI 22, with the reason (ITI 23)' })
  @ApiOkResponse({ type: CaseState })
  refuse(
    @Param('id') id: string,
    @Body() body: RefuseCaseDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { ground, reason } = body;
    return this.act(
      id,
      { type: 'RefuseCase', ...this.actOf(body, invoked), refusal: { ground, reason } },
      invoked,
    );
  }

  private actOf(body: AcknowledgeCaseDto, { actor }: Invoked) {
    return { by: stateOf(actor), ...occurrenceOf(body, this.now()) };
  }

  private async act(id: string, command: TraceCaseCommand, { context }: Invoked): Promise<CaseState> {
    const { state, version } = await this.commands.execute(new RespondingCommand(id, command, context));
    if (state.status === 'unknown') throw new Error(`case ${id} has no state after its command`);
    return { id, version, status: state.status };
  }
}

/** A coordinator belongs to no State and sees every line, never its content. */
function isParty({ role, state }: Actor, respondingState: string): boolean {
  return role === 'coordinator' || state === respondingState;
}

/** This way in has one item and no list of them: its pointers begin at the answer itself. */
function ofTheOnlyItem(error: unknown): unknown {
  if (!(error instanceof Rejection)) return error;
  const faults = error.faults.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/answers\/0/, ''),
    detail,
  }));
  return new Rejection(error.kind, error.code, error.message, faults);
}

/** Whether a refusal rests on a ground that no instrument knows is shown at the desk that refused. */
function flagged(refusal: Restriction<string>) {
  return { ...refusal, outsideInstrument: isOutsideInstrument(refusal.ground) };
}
