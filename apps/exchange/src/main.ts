import 'reflect-metadata';
import { InvalidSetting } from '@vestigo/service';
import { type Config, configOf } from './config';

const usage = `Usage: npm start [-- --no-demo]
       npm run token -- --role officer --state JAM
       npm run replay -- <folder of request and decision tables>
       npm run vestigo -- --help`;

async function main([verb = '', ...words]: readonly string[]): Promise<void> {
  const config = configOf(process.env);
  switch (verb) {
    case 'start':
      return start(config, words);
    case 'token':
      return (await import('./token.command.js')).printToken(config, words);
    case 'replay':
      return (await import('./replay/replay.command.js')).runReplay(config, words);
    case 'vestigo':
      return (await import('./operator/operator.command.js')).operate(config, words);
    default:
      throw new InvalidSetting(usage);
  }
}

async function start(config: Config, words: readonly string[]): Promise<void> {
  const unknown = words.filter((word) => word !== '--no-demo');
  if (unknown.length > 0) throw new InvalidSetting(`${unknown.join(' ')} is not known here.\n${usage}`);
  const { runExchange } = await import('./start.command.js');
  return runExchange(config, { demonstration: !words.includes('--no-demo') });
}

/** Nobody reads on, as after `| head`: there is nothing to tell and nobody to tell it to. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

main(process.argv.slice(2)).catch(async (error: unknown) => {
  const { plainWords } = await import('./operator/plain-words.js');
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${plainWords(error) ?? trace}\n`);
  process.exitCode = 1;
});
