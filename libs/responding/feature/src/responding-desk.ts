import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Invoked, NOW, type Occurrence, occurrenceOf } from '@vestigo/http';
import { stateOf } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import type { StepCommand } from '@vestigo/responding/domain';
import type { CaseState } from './cases.dto';
import { RespondingCommand } from './responding.command';

type Said<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'now'> : never;

/** Does what is asked for at the desk of the State asked. */
@Injectable()
export class RespondingDesk {
  constructor(
    private readonly commands: CommandBus,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  async act(
    id: string,
    said: Said<StepCommand>,
    body: Occurrence,
    { actor, context }: Invoked,
  ): Promise<CaseState> {
    const command = { ...said, by: stateOf(actor), ...occurrenceOf(body, this.now()) };
    const { state, version } = await this.commands.execute(new RespondingCommand(id, command, context));
    if (state.status === 'unknown') throw new Error(`case ${id} has no state after its command`);
    return { id, version, status: state.status };
  }
}
