import 'reflect-metadata';
import { type Config, configOf, InvalidSetting } from './config';
import { UnusableFolder } from './data-folder';

const usage = `Usage: npm start [-- --no-demo]
       npm run token -- --role officer --state JAM
       npm run replay -- <folder of request and decision tables>`;

/** A call that cannot be carried out as it was made. */
class Misuse extends Error {}

async function main([verb = '', ...words]: readonly string[]): Promise<void> {
  const config = configOf(process.env);
  switch (verb) {
    case 'start':
      return start(config, words);
    case 'token':
      return (await import('./token.command.js')).printToken(config, words);
    case 'replay':
      return (await import('./replay/replay.command.js')).runReplay(config, words);
    default:
      throw new Misuse(usage);
  }
}

async function start(config: Config, words: readonly string[]): Promise<void> {
  const unknown = words.filter((word) => word !== '--no-demo');
  if (unknown.length > 0) throw new Misuse(`${unknown.join(' ')} is not known here.\n${usage}`);
  const { runExchange } = await import('./start.command.js');
  return runExchange(config, { demonstration: !words.includes('--no-demo') });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof Misuse || error instanceof InvalidSetting || error instanceof UnusableFolder;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${known ? error.message : trace}\n`);
  process.exitCode = 1;
});
