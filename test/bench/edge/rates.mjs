import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addressOf, startNode, stop } from '../children.mjs';
import { figureOf } from '../figures.mjs';
import { inRounds, median } from '../rounds.mjs';
import { startExchange } from './exchange.mjs';
import { postFrom } from './load.mjs';

const here = import.meta.dirname;
export const against = 'Nest and Fastify with class-validator, storing nothing';

/** `POST /v1/requests`, answered when the request is on the disk, against a route that only checks the body. */
export async function* measureRates(options) {
  const { dist, quick } = options;
  const [rounds, seconds] = quick ? [1, 1] : [3, 3];
  const ours = await startExchange(options);
  const slow = await startExchange(options, [join(here, 'slow-sync.mjs')]);
  const bare = startNode([join(here, 'validated-route.mjs'), dist]);
  const theirs = { address: await addressOf(bare) };
  const lags = [];

  const length = (warmUp) => (warmUp ? 1 : seconds);
  const posting = (connections, target) => async (warmUp) => postFrom(connections, target, length(warmUp));
  /** What a load leaves behind must not be worked off while another one is measured. */
  const thenSettled = (exchange, measure, note) => async (warmUp) => {
    const result = await measure(warmUp);
    const ended = performance.now();
    await exchange.settled();
    if (!warmUp) note?.((performance.now() - ended) / 1000);
    return result;
  };
  const measured = await inRounds(rounds, {
    ours1: thenSettled(ours, posting(1, ours)),
    theirs1: posting(1, theirs),
    ours64: thenSettled(ours, posting(64, ours), (lag) => lags.push(lag)),
    theirs64: posting(64, theirs),
    // For no figure: what is compared has answered as many before, and is compiled as far.
    slow1: thenSettled(slow, posting(1, slow)),
    slow64: thenSettled(slow, posting(64, slow)),
    slow256: thenSettled(slow, posting(256, slow)),
    ours256: thenSettled(ours, posting(256, ours)),
    theirs256: posting(256, theirs),
  });
  const figure = (name, of, to, what) =>
    figureOf(name, measured.value(of), 'requests/s', measured.ratio(of, to), what);
  yield figure('post.1', 'ours1', 'theirs1', against);
  yield figure('post.64', 'ours64', 'theirs64', against);
  yield figure('post.256', 'ours256', 'theirs256', against);
  yield figure('post.64.slow-sync', 'slow64', 'ours64', 'the same without 2 ms more a sync');
  const lag = median(lags);
  yield figureOf(
    'post.64.lag',
    lag,
    's',
    lag / seconds,
    'the length of the load, until every loop is at its end',
  );
  if ((await slow.stop()) !== 0) throw new Error('no commit to the log was slowed');
  await stop(bare);
  await ours.stop();
}
