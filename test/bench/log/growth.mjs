import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf } from '../figures.mjs';
import { inRounds, rateOf } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { submissions } from './events.mjs';
import { appendFrom, filledLog, library, sync } from './store.mjs';

/** The same appends into a log that is a hundred times as long. */
export async function* measureGrowth({ dist, folder: scratch, quick }) {
  const folder = newFolder(scratch, 'growth');
  const { openSqliteEventStore, createUuidV7 } = library(dist, 'adapters/sqlite');
  const newId = createUuidV7();
  const [small, large] = quick ? [1000, 20_000] : [10_000, 1_000_000];
  const [before, appends] = quick ? [64, 640] : [6400, 12_800];

  const appendTo = async (file) => {
    const store = openSqliteEventStore({ file });
    // Until the WAL has reached its full length: one that still grows takes longer to sync.
    await appendFrom(64, store, submissions(newId, before));
    const entries = submissions(newId, appends);
    const rate = await rateOf(appends, () => appendFrom(64, store, entries));
    await store.close();
    return rate;
  };
  const [template, long] = [await filledLog(dist, folder, small), await filledLog(dist, scratch, large)];
  let copies = 0;
  const measured = await inRounds(quick ? 1 : 5, {
    short: () => {
      copies += 1;
      const copy = join(folder, `copy-${copies}.db`);
      copyFileSync(template, copy);
      sync(copy);
      return appendTo(copy);
    },
    long: () => appendTo(long),
  });
  const rate = measured.value('long');
  const ratio = measured.ratio('long', 'short');
  yield figureOf('append.64.at-1m', rate, 'events/s', ratio, `the same at ${small} events; here at ${large}`);
}
