import { specificationOf } from '@vestigo/kernel/testing';
import { importRun, type SliceImported } from './import-run';

const { given } = specificationOf(importRun);
const imported = (slice: string): SliceImported => ({
  type: 'SliceImported',
  occurredAt: 900,
  clock: null,
  data: { slice },
});

describe('the run of an import', () => {
  test('records each slice once', () => {
    given([])
      .when({ slice: '2021-01', at: 900 })
      .then([imported('2021-01')]);
    given([imported('2021-01')])
      .when({ slice: '2021-02', at: 900 })
      .then([imported('2021-02')]);
    given([imported('2021-01'), imported('2021-02')])
      .when({ slice: '2021-01', at: 950 })
      .then([]);
  });

  test('knows which slices are in the log already', () => {
    const history = [imported('2021-01'), imported('2021-02')];
    expect(history.reduce(importRun.evolve, importRun.initial)).toEqual(new Set(['2021-01', '2021-02']));
    expect(importRun.initial).toEqual(new Set());
  });
});
