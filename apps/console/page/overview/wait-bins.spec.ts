import { LONGEST_DRAWN, waitBins } from './wait-bins';

describe('the bars of a distribution', () => {
  test('stand for one day each, also where nothing came to an end', () => {
    expect(
      waitBins([
        { day: 0, ended: 2, open: 1 },
        { day: 2, ended: 1, open: 0 },
      ]),
    ).toEqual([
      { day: 0, ended: 2, open: 1 },
      { day: 1, ended: 0, open: 0 },
      { day: 2, ended: 1, open: 0 },
    ]);
  });

  test('end with one for all that waited longer', () => {
    const bins = waitBins([
      { day: LONGEST_DRAWN, ended: 1, open: 0 },
      { day: 1800, ended: 0, open: 4 },
    ]);
    expect([bins.length, bins.at(-1)]).toEqual([61, { day: 60, ended: 1, open: 4 }]);
  });

  test('are none where nothing waits', () => {
    expect(waitBins([])).toEqual([]);
  });
});
