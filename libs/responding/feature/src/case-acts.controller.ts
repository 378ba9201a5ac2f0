import { Body, Controller, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Invocation, type Invoked, Occurrence } from '@vestigo/http';
import {
  ClarificationReplyDto,
  ConsentDecisionDto,
  DelayDto,
  NumberPath,
  QuestionDto,
  RedirectionDto,
} from './case-acts.dto';
import { CaseStep } from './case-step';
import type { CaseState } from './cases.dto';
import { RespondingDesk } from './responding-desk';

/** What the State asked does beside answering. */
@ApiTags('Responding desk')
@ApiBearerAuth()
@Controller('v1/cases')
export class CaseActsController {
  constructor(private readonly desk: RespondingDesk) {}

  @CaseStep('acknowledgement', 'Acknowledge receipt (ITI 19)')
  acknowledge(
    @Param('id') id: string,
    @Body() body: Occurrence,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.desk.act(id, { type: 'AcknowledgeCase' }, body, invoked);
  }

  @CaseStep('questions', 'Ask the requesting State for what is missing (ITI 21)')
  question(
    @Param('id') id: string,
    @Body() body: QuestionDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.desk.act(id, { type: 'RequestInformation', text: body.text }, body, invoked);
  }

  @CaseStep('search', 'Say that the registers are being searched')
  search(
    @Param('id') id: string,
    @Body() body: Occurrence,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    return this.desk.act(id, { type: 'StartSearch' }, body, invoked);
  }

  @CaseStep('delays', 'Say that the answer will be late, why, and until when (ITI 22, 23)')
  delay(@Param('id') id: string, @Body() body: DelayDto, @Invocation() invoked: Invoked): Promise<CaseState> {
    const { ground, reason, expectedOn } = body;
    return this.desk.act(id, { type: 'NotifyDelay', ground, reason, expectedOn }, body, invoked);
  }

  @CaseStep('redirection', 'Say that another body, or another State, is competent (ITI 25)')
  redirect(
    @Param('id') id: string,
    @Body() body: RedirectionDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { state, body: name, reason } = body;
    return this.desk.act(id, { type: 'RedirectCase', state, body: name, reason }, body, invoked);
  }

  @CaseStep('clarifications/:number', 'Give the clarification that is sought (ITI 23)')
  clarify(
    @Param() { id, number }: NumberPath,
    @Body() body: ClarificationReplyDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const said = { type: 'GiveClarification', clarification: number, text: body.text } as const;
    return this.desk.act(id, said, body, invoked);
  }

  @CaseStep('consents/:number', 'Give or deny the consent that is asked for (ITI 15(c))')
  decideConsent(
    @Param() { id, number }: NumberPath,
    @Body() body: ConsentDecisionDto,
    @Invocation() invoked: Invoked,
  ): Promise<CaseState> {
    const { decision, terms, reason = '' } = body;
    const given = { type: 'GiveConsent', consent: number, ...(terms !== undefined && { terms }) } as const;
    const denied = { type: 'DenyConsent', consent: number, reason } as const;
    return this.desk.act(id, decision === 'GIVEN' ? given : denied, body, invoked);
  }
}
