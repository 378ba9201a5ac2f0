import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countingLine, tally } from './results.mjs';
import { runSteps, steps } from './steps.mjs';
import { root } from './workspace.mjs';

const parts = ['unit', 'e2e', 'fences'];

function chosenSteps(args) {
  if (args.length === 0) return steps;
  const only = args[0].match(/^--only=(\w+)$/)?.[1];
  if (args.length > 1 || !parts.includes(only)) return undefined;
  return steps.filter(({ part }) => part === only);
}

const chosen = chosenSteps(process.argv.slice(2));
if (chosen) {
  const results = join(root, 'tmp', 'results');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const failed = await runSteps(chosen);
  const counts = tally(results);
  const ran = counts.passed + counts.failed > 0;
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
  if (!ran) console.log('No test ran.');
  console.log(countingLine(counts));
  process.exitCode = failed.length === 0 && counts.failed === 0 && ran ? 0 : 1;
} else {
  console.error(`Usage: npm test [-- --only=${parts.join('|')}]`);
  process.exitCode = 2;
}
