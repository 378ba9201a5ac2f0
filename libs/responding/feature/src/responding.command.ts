import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, handle, type Handled, type Log } from '@vestigo/kernel';
import { type TraceCase, traceCase, type TraceCaseCommand } from '@vestigo/responding/domain';

/** The log that this context writes to. */
export const RESPONDING_LOG = Symbol('log of the responding context');

/** The one bus message of this context: every command of the domain travels in it. */
export class RespondingCommand extends Command<Handled<TraceCase>> {
  constructor(
    readonly caseId: string,
    readonly command: TraceCaseCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RespondingCommand)
export class RespondingHandler implements ICommandHandler<RespondingCommand> {
  constructor(@Inject(RESPONDING_LOG) private readonly log: Log) {}

  execute({ caseId, command, context }: RespondingCommand): Promise<Handled<TraceCase>> {
    return handle(this.log, traceCase, caseId, command, context);
  }
}
