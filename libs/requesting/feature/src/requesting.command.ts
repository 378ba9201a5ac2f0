import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NOW } from '@vestigo/http';
import {
  type CommandContext,
  handle,
  type Handled,
  type Instant,
  type Log,
  type View,
} from '@vestigo/kernel';
import { type TracingRequest, tracingRequest, type TracingRequestCommand } from '@vestigo/requesting/domain';
import { type SendingParts, sentInTurn } from './sent-in-turn';
import { TRACE_LINKS, trailReader } from './trails';

/** The log that this context writes to. */
export const REQUESTING_LOG = Symbol('log of the requesting context');

/** The one bus message of this context: every command of the domain travels in it. */
export class RequestingCommand extends Command<Handled<TracingRequest>> {
  constructor(
    readonly requestId: string,
    readonly command: TracingRequestCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestingCommand)
export class RequestingHandler implements ICommandHandler<RequestingCommand> {
  private readonly parts: SendingParts;

  constructor(
    @Inject(REQUESTING_LOG) private readonly log: Log,
    @Inject(TRACE_LINKS) links: View,
    @Inject(NOW) now: () => Instant,
  ) {
    this.parts = { log, trailOf: trailReader(log, links), now };
  }

  execute({ requestId, command, context }: RequestingCommand): Promise<Handled<TracingRequest>> {
    const isSending = command.type === 'SubmitRequest' || command.type === 'SubmitDraft';
    if (isSending) return sentInTurn(this.parts, requestId, command, context);
    return handle(this.log, tracingRequest, requestId, command, context);
  }
}
