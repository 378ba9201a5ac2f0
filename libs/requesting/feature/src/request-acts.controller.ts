import { Body, Controller, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Invocation, type Invoked, Occurrence } from '@vestigo/http';
import {
  DuplicateDto,
  InformationDto,
  InformationRefusalDto,
  ReasonDto,
  ReminderDto,
} from './request-acts.dto';
import { RequestStep } from './request-step';
import { RequestingDesk } from './requesting-desk';
import type { RequestState } from './requests.dto';

/** What the requesting State does while it waits for an answer. */
@ApiTags('Requesting desk')
@ApiBearerAuth()
@Controller('v1/requests')
export class RequestActsController {
  constructor(private readonly desk: RequestingDesk) {}

  @RequestStep('information', 'Supply what the State asked wants to know (ITI 21)')
  supply(
    @Param('id') id: string,
    @Body() body: InformationDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { question, information } = body;
    return this.desk.act(id, { type: 'SupplyInformation', question, information }, body, invoked);
  }

  @RequestStep('information-refusal', 'Say that what it wants to know cannot be supplied (ITI 21)')
  decline(
    @Param('id') id: string,
    @Body() body: InformationRefusalDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { question, reason } = body;
    return this.desk.act(id, { type: 'DeclineInformation', question, reason }, body, invoked);
  }

  @RequestStep(
    'reminders',
    'Remind the State asked; a liaison desk for the State that delegated it (ITI 33-35)',
    ['officer', 'liaison-desk'],
  )
  remind(
    @Param('id') id: string,
    @Body() body: ReminderDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    const { text } = body;
    if (text === undefined) return this.desk.act(id, { type: 'SendReminder' }, body, invoked, 'remind');
    return this.desk.act(id, { type: 'SendReminder', text }, body, invoked, 'remind', 'comment');
  }

  @RequestStep('withdrawal', 'Withdraw an open request')
  withdraw(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'WithdrawRequest', reason: body.reason }, body, invoked);
  }

  @RequestStep('duplicate', 'Say that the same recovery is traced in another request')
  markDuplicate(
    @Param('id') id: string,
    @Body() body: DuplicateDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'MarkDuplicate', duplicateOf: body.duplicateOf }, body, invoked);
  }

  @RequestStep('lapse', 'Mark a request lapsed on which nothing has moved for long', ['coordinator'])
  lapse(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.act(id, { type: 'LapseRequest', reason: body.reason }, body, invoked, 'lapse');
  }

  @RequestStep('resending', 'Send a request again that came back undelivered; its clocks do not start anew', [
    'officer',
    'liaison-desk',
  ])
  resend(
    @Param('id') id: string,
    @Body() body: Occurrence,
    @Invocation() invoked: Invoked,
  ): Promise<RequestState> {
    return this.desk.resend(id, body, invoked);
  }
}
