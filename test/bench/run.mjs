import { measureAppends } from './log/append.mjs';
import { measureGrowth } from './log/growth.mjs';
import { measureRebuild } from './log/rebuild.mjs';
import { measureColdStart } from './edge/cold-start.mjs';
import { measureRates } from './edge/rates.mjs';
import { measureWaits } from './edge/waits.mjs';
import { measureReplay } from './edge/replay-memory.mjs';
import { measureConsole } from './console/measure.mjs';
import { measureKafka } from './kafka/measure.mjs';
import { endChildren } from './children.mjs';
import { isMissed, lineOf, tableOf } from './figures.mjs';
import { Misuse, optionsOf } from './options.mjs';
import { scratchFolder } from './scratch.mjs';

/** What `--only` chooses from. Each yields figures as they are measured. */
const groups = {
  append: [measureAppends, measureGrowth],
  post: [measureRates, measureWaits],
  rebuild: [measureRebuild],
  'cold-start': [measureColdStart],
  replay: [measureReplay],
  console: [measureConsole],
  kafka: [measureKafka],
};

async function main(args) {
  const options = optionsOf(args, Object.keys(groups));
  const scratch = scratchFolder();
  const clear = () => {
    endChildren();
    scratch.remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  process.on('exit', clear);

  const figures = [];
  let unmeasured = 0;
  for (const measure of options.only.flatMap((name) => groups[name])) {
    try {
      for await (const figure of measure({ ...options, folder: scratch.folder })) {
        figures.push(figure);
        process.stdout.write(`${lineOf(figure)}\n`);
      }
    } catch (error) {
      unmeasured += 1;
      endChildren();
      process.stderr.write(`${measure.name}: ${error.stack}\n`);
    }
  }
  process.stderr.write(tableOf(figures));
  return unmeasured > 0 || (options.gate && figures.some(isMissed)) ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
