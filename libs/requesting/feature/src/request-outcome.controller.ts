import { Body, Controller, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Invocation, type Invoked } from '@vestigo/http';
import { ClarificationDto, ClosureDto, ConsentDto, DisclosureNoticeDto, ReasonDto } from './request-acts.dto';
import { RequestStep } from './request-step';
import { RequestingDesk } from './requesting-desk';
import type { RequestState } from './requests.dto';

/** What the requesting State does with the reply that it got. */
@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class RequestOutcomeController {
  constructor(private readonly desk: RequestingDesk) {}

  @RequestStep('clarifications', 'Seek clarification of a delay, a restriction or a refusal (ITI 23)')
  seekClarification(
    @Param('id') id: string,
    @Body() body: ClarificationDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'SeekClarification', text: body.text }, body, invoked);
  }

  @RequestStep('consents', 'Ask for consent to onward release of what was answered on some items (ITI 15(c))')
  askConsent(
    @Param('id') id: string,
    @Body() body: ConsentDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { items, recipient, purpose } = body;
    return this.desk.act(id, { type: 'AskConsent', items, recipient, purpose }, body, invoked);
  }

  @RequestStep(
    'disclosure-notices',
    'Tell the giver, before disclosure, that a restriction cannot be kept (Firearms Protocol 12(5))',
  )
  giveNotice(
    @Param('id') id: string,
    @Body() body: DisclosureNoticeDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { items, recipient, reason } = body;
    return this.desk.act(id, { type: 'GiveDisclosureNotice', items, recipient, reason }, body, invoked);
  }

  @RequestStep('closure', 'Close a request that was answered or refused')
  close(
    @Param('id') id: string,
    @Body() body: ClosureDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'CloseRequest', conclusion: body.conclusion }, body, invoked);
  }

  @RequestStep('reopening', 'Take up again a request that has lapsed or was closed')
  reopen(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'ReopenRequest', reason: body.reason }, body, invoked);
  }
}
