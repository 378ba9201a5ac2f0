import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runSteps, steps } from './steps.mjs';
import { root } from './workspace.mjs';

mkdirSync(join(root, 'tmp', 'results'), { recursive: true });
const failed = await runSteps(steps.filter(({ part }) => part !== 'e2e'));
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
