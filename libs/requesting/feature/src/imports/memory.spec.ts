import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { csvLine, csvRows, textLines } from '@vestigo/bulk';
import { NO_PHOTOGRAPHS } from '@vestigo/http';
import { noTrail } from '../testing/no-trail';
import { checkAll } from './check-run';
import { csvDrafts } from './csv-drafts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const columns = [
  'request',
  'respondingState',
  'priority',
  'illicitGrounds',
  'legalBasis',
  'intendedUse',
  'acquisitionMode',
  'item.kind',
  'item.type',
  'item.remarks',
];

async function* file(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvLine(columns));
  for (let row = 1; row <= rows; row += 1) {
    const request = ['USA', 'ROUTINE', 'ILL_NATLAW', 'Act 1', 'INVESTIGATION', 'SEIZED'];
    const cells = [String(row), ...request, 'ARM', 'REVOLVER', `Remark ${String(row)} `.repeat(20)];
    yield await Promise.resolve(Buffer.from(csvLine(cells)));
  }
}

/** Bytes of the heap that are in use once so many rows were checked and the last of them is still being read. */
async function heapAfter(rows: number): Promise<number> {
  let heap = 0;
  const drafts = csvDrafts(csvRows(textLines(file(rows), 10_000)));
  const watched = (async function* () {
    let count = 0;
    for await (const draft of drafts) {
      count += 1;
      if (count === rows) {
        collectGarbage();
        heap = process.memoryUsage().heapUsed;
      }
      yield draft;
    }
  })();
  const { counts } = await checkAll(
    { id: '01980000-0000-7000-8000-0000000000a1', state: 'TTO' },
    {
      ...{
        drafts: watched,
        now: () => 0,
        photographs: NO_PHOTOGRAPHS,
        trailOf: noTrail,
        reviewRequired: false,
      },
      ...{ signal: new AbortController().signal, reached: () => Promise.resolve() },
    },
  );
  expect(counts).toEqual({ rows, requests: rows, faulty: 0, faults: 0 });
  return heap;
}

test('a file of twenty times the rows takes no more memory', async () => {
  await heapAfter(500);
  const few = await heapAfter(500);
  const many = await heapAfter(10_000);
  // The file itself has 3 MB more.
  expect(many - few).toBeLessThan(500_000);
});
