import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../children.mjs';
import { figureOf } from '../figures.mjs';
import { median } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { exchangeOf } from './exchange.mjs';

const states = ['DE', 'FR', 'IT', 'AT', 'BE', 'NL', 'SE', 'PL', 'ES', 'CH'];
const years = [2021, 2022];
const pairs = states.flatMap((geo) =>
  states.filter((partner) => partner !== geo).map((partner) => [partner, geo]),
);

/** The peak of memory while tables of requests and decisions are replayed, with few and with many requests. */
export async function* measureReplay({ dist, folder, quick, full }) {
  const [small, large] = quick ? [1800, 3600] : [20_000, full ? 200_000 : 80_000];
  const peak = async (requests) => {
    const printed = await runNode([exchangeOf(dist), 'replay', tablesOf(folder, requests)], {
      VESTIGO_DATA: newFolder(folder, 'replay'),
    });
    return Number(/Peak memory: (\d+) MiB/.exec(printed)?.[1]);
  };
  const peaks = { small: [], large: [] };
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    peaks.small.push(await peak(small));
    peaks.large.push(await peak(large));
  }
  const [least, most] = [median(peaks.small), median(peaks.large)];
  yield figureOf('replay.memory', most, 'MiB', most / least, `${small} requests; here ${large}`);
}

/** Synthetic tables in the form of the published ones: every pair sends as many, and most are accepted. */
function tablesOf(scratch, requests) {
  const folder = newFolder(scratch, 'tables');
  const each = Math.round(requests / pairs.length / years.length);
  const accepted = Math.floor(each * 0.7);
  const header = '"partner","geo","time","values"';
  const rows = (cell) => pairs.flatMap(([partner, geo]) => years.flatMap((year) => cell(partner, geo, year)));
  const row = (partner, geo, year, count) => `"${partner}","${geo}",${year}-12-31,${count}`;
  writeFileSync(
    join(folder, 'dublinOutR.csv'),
    [header, ...rows((...cell) => row(...cell, each))].join('\n'),
  );
  writeFileSync(
    join(folder, 'decisionDublinOut.csv'),
    [
      `${header},"decision"`,
      ...rows((...cell) => [
        `${row(...cell, accepted)},"ACC"`,
        `${row(...cell, Math.floor(each * 0.2))},"REF"`,
      ]),
    ].join('\n'),
  );
  return folder;
}
