import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Participant, participant, type ParticipantCommand } from '@vestigo/directory/domain';
import { type CommandContext, handle, type Handled, type Log, Rejection } from '@vestigo/kernel';
import { isState } from '@vestigo/states';

/** The log that this context writes to. */
export const DIRECTORY_LOG = Symbol('log of the directory context');

/** The one bus message of this context: every command of the domain travels in it. */
export class DirectoryCommand extends Command<Handled<Participant>> {
  constructor(
    readonly command: ParticipantCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DirectoryCommand)
export class DirectoryHandler implements ICommandHandler<DirectoryCommand> {
  constructor(@Inject(DIRECTORY_LOG) private readonly log: Log) {}

  async execute({ command, context }: DirectoryCommand): Promise<Handled<Participant>> {
    if (!isState(command.state)) throw unknownParticipant(command.state);
    return handle(this.log, participant, command.state, command, context);
  }
}

export function unknownParticipant(code: string): Rejection {
  return new Rejection('not-found', 'participant-not-found', `${code} is no State of ISO 3166-1 alpha-3.`);
}
