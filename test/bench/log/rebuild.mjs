import { join } from 'node:path';
import { runNode } from '../children.mjs';
import { figureOf } from '../figures.mjs';
import { inRounds, rateOf } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { foldEvents, foldFacts } from './fold.mjs';
import { openRawLog } from './raw-log.mjs';
import { filledLog } from './store.mjs';

/** The view of the pairs rebuilt from the log. Counts are multiples of the 5,000 events that a page of it holds. */
export async function* measureRebuild({ dist, folder, quick, full }) {
  const [small, large] = quick ? [10_000, 20_000] : [100_000, 1_000_000];
  const log = await filledLog(dist, folder, large);
  const count = quick ? small : full ? large : 200_000;
  const folding = (work, total) => () =>
    rateOf(total, () => work(dist, log, newFolder(folder, 'rebuild'), total));

  const measured = await inRounds(quick ? 1 : 3, {
    facts: folding(foldFacts, count),
    events: folding(foldEvents, count),
    parsing: () => rateOf(count, () => readAndParse(log, count)),
  });
  const figure = (name, to, against) =>
    figureOf(name, measured.value('facts'), 'events/s', measured.ratio('facts', to), against);
  yield figure('rebuild', 'parsing', 'reading and JSON-parsing the same events');
  yield figure('rebuild.columns', 'events', 'the same view from events read with their payload');

  const peak = async (total) =>
    Number(
      await runNode([
        join(import.meta.dirname, 'fold-once.mjs'),
        dist,
        log,
        newFolder(folder, 'peak'),
        String(total),
      ]),
    ) / 1024;
  const [least, most] = [await peak(small), await peak(large)];
  yield figureOf('rebuild.memory', most, 'MiB', most / least, `${small} events; here ${large}`);
}

function readAndParse(log, count) {
  const raw = openRawLog(log);
  const read = raw.readAndParse(count);
  raw.close();
  if (read !== count) throw new Error(`${read} of ${count} events were read`);
}
