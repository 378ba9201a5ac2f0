import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InvalidSetting } from './settings';

/** What `parseArgs` reads from the words of a command. Throws `InvalidSetting`, which says what it does not understand. */
export function readWords<Config extends ParseArgsConfig>(config: Config, usage: string): Reading<Config> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (isWrongWord(error)) throw new InvalidSetting(`${error.message}\n${usage}`);
    throw error;
  }
}

type Reading<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

function isWrongWord(error: unknown): error is { readonly message: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS_')
  );
}
