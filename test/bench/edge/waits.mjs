import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addressOf, startNode, stop } from '../children.mjs';
import { figureOf } from '../figures.mjs';
import { inRounds, median } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { startExchange } from './exchange.mjs';
import { p99At, warm } from './load.mjs';
import { against } from './rates.mjs';
import { nextBody } from './request.mjs';

const route = join(import.meta.dirname, 'validated-route.mjs');
const rate = 1000;

/** How often each server is started, how often each start is measured, for how many seconds, and after how many answers. */
const whole = { starts: 3, rounds: 3, counted: 3, answered: 20_000 };
const glance = { starts: 1, rounds: 1, counted: 1, answered: 1000 };

/** What others have left in memory is brought to the disk now, not while somebody waits for a sync. Nothing is done where there is no such program. */
const writeBack = () => spawnSync('sync');

/**
 * How long 99 of 100 wait, at a rate that leaves time between requests. One process of the bare route may have four times the 99th
 * percentile of the next, as its collections last a little more or a little less than a hundredth of the time: so each is started
 * several times.
 */
export async function* measureWaits(options) {
  const { starts, rounds, counted, answered } = options.quick ? glance : whole;
  const waits = new Map();
  const written = [];
  let measured;
  for (let start = 0; start < starts; start += 1) {
    const processes = await startAll(options, answered);
    measured = await inRounds(rounds, variants(processes, counted, written), waits);
    await processes.end();
  }
  const figure = (name, of, ratio, what) => figureOf(name, measured.value(of), 'ms', ratio, what);
  const kept = 'the same route that keeps each body by appending to a file and fdatasync, at 1,000 a second';
  yield figure('post.p99', 'ours', measured.ratio('ours', 'theirs'), `${against}, both at 1,000 a second`);
  yield figure('post.p99.synced', 'limit', measured.ratio('ours', 'limit'), kept);
  if (written.length > 0) {
    const each = median(written);
    const sent = Buffer.byteLength(nextBody());
    const what = 'the bytes of its body; here all that a request leads to, at 1,000 a second';
    yield figureOf('post.written', each / 1024, 'KiB', each / sent, what);
  }
}

/** An exchange, the bare route, and one that only keeps; each has answered as many when this resolves. */
async function startAll(options, answered) {
  const ours = await startExchange(options);
  const bare = startNode([route, options.dist]);
  const syncing = startNode([route, options.dist, join(newFolder(options.folder, 'synced'), 'lines')]);
  const [theirs, limit] = [{ address: await addressOf(bare) }, { address: await addressOf(syncing) }];
  for (const target of [ours, theirs, limit]) await warm(target, answered);
  await ours.settled();
  const end = async () => {
    await stop(bare);
    await stop(syncing);
    await ours.stop();
  };
  return { ours, theirs, limit, end };
}

function variants({ ours, theirs, limit }, counted, written) {
  const waiting = (target) => async (warmUp) => {
    writeBack();
    return p99At(rate, target, warmUp ? 1 : counted);
  };
  return {
    /** All that the requests lead to is written when every loop is at its end. */
    ours: async (warmUp) => {
      const before = ours.written();
      const result = await waiting(ours)(warmUp);
      await ours.settled();
      if (!warmUp && before !== undefined) written.push((ours.written() - before) / (rate * (counted + 1)));
      return result;
    },
    theirs: waiting(theirs),
    limit: waiting(limit),
  };
}
