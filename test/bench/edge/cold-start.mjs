import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addressOf, startNode, stop } from '../children.mjs';
import { figureOf } from '../figures.mjs';
import { inRounds } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { exchangeOf } from './exchange.mjs';

/** From the start of the process to the first answer that says it is ready, on an empty data folder. */
export async function* measureColdStart({ dist, folder, quick }) {
  const starting =
    (...args) =>
    async () => {
      const began = performance.now();
      const started = startNode(args, {
        HOST: '127.0.0.1',
        PORT: '0',
        VESTIGO_DATA: newFolder(folder, 'cold'),
      });
      const answer = await fetch(`${await addressOf(started)}/health/ready`);
      const taken = performance.now() - began;
      await stop(started);
      if (!answer.ok) throw new Error(`${args[0]} answered ${answer.status}`);
      return taken;
    };
  const measured = await inRounds(quick ? 1 : 5, {
    ours: starting(exchangeOf(dist), 'start', '--no-demo'),
    theirs: starting(join(import.meta.dirname, 'bare-app.mjs')),
  });
  const ratio = measured.ratio('ours', 'theirs');
  yield figureOf('cold-start', measured.value('ours'), 'ms', ratio, 'Nest and Fastify with one route');
}
