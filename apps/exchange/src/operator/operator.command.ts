import { CommandFactory, CommandRunnerService } from 'nest-commander';
import type { Config } from '../config';
import { operatorModule } from './operator.module';

const program = 'npm run vestigo --';

/**
 * What those who run an exchange do without a page. Words that cannot be meant are said on stderr and end the process with code 1;
 * throws what a command throws.
 */
export async function operate(config: Config, words: readonly string[]): Promise<void> {
  const app = await CommandFactory.createWithoutRunning(operatorModule(config, process.env), {
    logger: false,
    // Whoever started the process says it in plain words.
    serviceErrorHandler(error) {
      throw error;
    },
  });
  try {
    await app.get(CommandRunnerService).run([process.execPath, program, ...words]);
  } finally {
    await app.close();
  }
}
