import { Inject } from '@nestjs/common';
import type { Environment } from '@vestigo/service';
import { CommandRunner } from 'nest-commander';
import type { Config } from '../config';

/** What every command is given. */
export interface Surroundings {
  readonly config: Config;
  readonly env: Environment;
}

export const SURROUNDINGS = Symbol('surroundings of a command');

/** A command that takes no more words than it names. */
export abstract class OperatorCommand extends CommandRunner {
  @Inject(SURROUNDINGS)
  protected readonly surroundings!: Surroundings;

  override setCommand(command: CommandRunner['command']): this {
    return super.setCommand(command.allowExcessArguments(false));
  }
}

/** Words that mean nothing without one of the commands beneath them. */
export abstract class CommandGroup extends OperatorCommand {
  run(): Promise<void> {
    return this.command.help({ error: true });
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
