import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, handle, type Handled, type Log } from '@vestigo/kernel';
import { type TracingRequest, tracingRequest, type TracingRequestCommand } from '@vestigo/requesting/domain';

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
  constructor(@Inject(REQUESTING_LOG) private readonly log: Log) {}

  execute({ requestId, command, context }: RequestingCommand): Promise<Handled<TracingRequest>> {
    return handle(this.log, tracingRequest, requestId, command, context);
  }
}
