import { Body, Controller, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Invocation, type Invoked } from '@vestigo/http';
import { Rejection } from '@vestigo/kernel';
import {
  AnswersDto,
  CorrectionsDto,
  LiftRestrictionDto,
  RefuseCaseDto,
  RestrictItemsDto,
} from './answers.dto';
import { CaseStep } from './case-step';
import { AnswerCaseDto, type CaseState } from './cases.dto';
import { RespondingDesk } from './responding-desk';

/** What the State asked says on the substance, and what it holds back. */
@ApiTags('Responding desk')
@ApiBearerAuth()
@Controller('v1/cases')
export class AnswersController {
  constructor(private readonly desk: RespondingDesk) {}

  @CaseStep('answer', 'Answer a request about one item (ITI 20); part may be held back on a ground of ITI 22')
  answer(
    @Param('id') id: string,
    @Body() body: AnswerCaseDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { occurredAt: _, ...answer } = body;
    const answers = [{ item: 1, ...answer }];
    return this.desk.act(id, { type: 'AnswerCase', answers }, body, invoked).catch((error: unknown) => {
      throw ofTheOnlyItem(error);
    });
  }

  @CaseStep('answers', 'Answer item by item (ITI 20)')
  answerItems(
    @Param('id') id: string,
    @Body() body: AnswersDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.desk.act(id, { type: 'AnswerCase', answers: body.answers }, body, invoked);
  }

  @CaseStep('supplements', 'Add to what was answered (ITI 20)')
  supplement(
    @Param('id') id: string,
    @Body() body: AnswersDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.desk.act(id, { type: 'SupplementAnswer', answers: body.answers }, body, invoked);
  }

  @CaseStep('corrections', 'Correct what was answered; what was said stays in the history')
  correct(
    @Param('id') id: string,
    @Body() body: CorrectionsDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { corrects, answers } = body;
    return this.desk.act(id, { type: 'CorrectAnswer', corrects, answers }, body, invoked);
  }

  @CaseStep('restrictions', 'Restrict what was answered on some items (ITI 22, 23)')
  restrict(
    @Param('id') id: string,
    @Body() body: RestrictItemsDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { items, ground, reason } = body;
    return this.desk.act(id, { type: 'ImposeRestriction', items, ground, reason }, body, invoked);
  }

  @CaseStep('restrictions/lifting', 'Lift the restriction on some items')
  lift(
    @Param('id') id: string,
    @Body() body: LiftRestrictionDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { items, reason } = body;
    return this.desk.act(id, { type: 'LiftRestriction', items, reason }, body, invoked);
  }

  @CaseStep(
    'refusal',
    'Refuse the request, or some of its items, on a ground and with the reason (ITI 22, 23)',
  )
  refuse(
    @Param('id') id: string,
    @Body() body: RefuseCaseDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { ground, reason, items } = body;
    const refusal = { ground, reason };
    if (items === undefined) return this.desk.act(id, { type: 'RefuseCase', refusal }, body, invoked);
    return this.desk.act(id, { type: 'RefuseItems', items, refusal }, body, invoked);
  }
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
