import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf } from '../figures.mjs';
import { inRounds, rateOf } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { submissions } from './events.mjs';
import { openRawLog } from './raw-log.mjs';
import { appendFrom, emptyLog, library } from './store.mjs';

/** Durable appends by one caller and by 64, against the same rows written by hand. */
export async function* measureAppends({ dist, folder: scratch, quick }) {
  const folder = newFolder(scratch, 'append');
  const { openSqliteEventStore, createUuidV7 } = library(dist, 'adapters/sqlite');
  const newId = createUuidV7();
  const [few, many] = quick ? [100, 640] : [2000, 25_600];
  const rounds = quick ? 1 : 5;

  const one = openSqliteEventStore({ file: join(folder, 'one.db') });
  const grouped = openSqliteEventStore({ file: join(folder, 'grouped.db') });
  const rawOne = openRawLog(await emptyLog(dist, folder, 'raw-one'));
  const rawGrouped = openRawLog(await emptyLog(dist, folder, 'raw-grouped'));
  const plain = openSync(join(folder, 'plain.log'), 'a');

  const timed = (count, work) => () => {
    const entries = submissions(newId, count);
    return rateOf(count, () => work(entries));
  };
  const measured = await inRounds(rounds, {
    one: timed(few, (entries) => appendFrom(1, one, entries)),
    file: timed(few, (entries) => entries.forEach((entry) => appendLine(plain, entry))),
    rawOne: timed(few, (entries) => entries.forEach((entry) => rawOne.append([entry]))),
    grouped: timed(many, (entries) => appendFrom(64, grouped, entries)),
    rawGrouped: timed(many, (entries) => inSixtyFours(entries).forEach((group) => rawGrouped.append(group))),
  });
  await one.close();
  await grouped.close();
  rawOne.close();
  rawGrouped.close();
  closeSync(plain);

  const figure = (name, of, to, against) =>
    figureOf(name, measured.value(of), 'events/s', measured.ratio(of, to), against);
  yield figure('append.1', 'one', 'rawOne', 'node:sqlite, one event a transaction');
  yield figure('append.1.file', 'one', 'file', 'file append and fdatasync, one event each');
  yield figure('append.64', 'grouped', 'rawGrouped', 'node:sqlite, 64 events a transaction');
  yield figure('append.64.grouped', 'grouped', 'rawOne', 'node:sqlite, one event a transaction');
}

function appendLine(descriptor, entry) {
  writeSync(descriptor, `${JSON.stringify(entry)}\n`);
  fdatasyncSync(descriptor);
}

function inSixtyFours(entries) {
  return Array.from({ length: Math.ceil(entries.length / 64) }, (_, group) =>
    entries.slice(group * 64, group * 64 + 64),
  );
}
