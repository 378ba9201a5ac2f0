import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { foldFacts } from './fold.mjs';

// A process of its own: the peak of its memory is that of one rebuild, in a thread like that of the exchange's loops.
if (isMainThread) {
  const [dist] = process.argv.slice(2);
  const limits = join(dist, 'apps', 'exchange', 'src', 'loop-memory.js');
  const { loopMemory } = createRequire(import.meta.url)(limits);
  const folding = new Worker(new URL(import.meta.url), {
    workerData: process.argv.slice(2),
    resourceLimits: loopMemory,
  });
  await new Promise((resolve, reject) => {
    folding.once('error', reject);
    folding.once('exit', resolve);
  });
  process.stdout.write(String(process.resourceUsage().maxRSS));
} else {
  const [dist, log, folder, count] = workerData;
  await foldFacts(dist, log, folder, Number(count));
}
