import { compare, comparisonReport, isExplained } from './comparison';
import type { Leftovers } from './replay';
import type { SourceCell } from './tables';

const cell = (year: number, more: Partial<SourceCell> = {}): SourceCell => ({
  requestingState: 'AUT',
  respondingState: 'ITA',
  year,
  requests: 10,
  accepted: 4,
  refused: 2,
  ...more,
});
const shown = (year: number, more: object = {}) => ({
  requestingState: 'AUT',
  respondingState: 'ITA',
  year,
  received: 10,
  answered: 4,
  refused: 2,
  ...more,
});
const leftovers = (more: Partial<Leftovers> = {}): Leftovers => ({
  ownState: new Map(),
  unmatchedAccepted: new Map(),
  unmatchedRefused: new Map(),
  ...more,
});

describe('the tables held against what oversight shows', () => {
  test('agree cell by cell', () => {
    const comparison = compare([cell(2014), cell(2015)], [shown(2015), shown(2014)], leftovers());
    const six = { requests: 2, accepted: 2, refused: 2 };
    expect(comparison).toEqual({ compared: six, agreeing: six, differences: [], surplus: [] });
    expect(isExplained(comparison)).toBe(true);
  });

  test('agree on nothing where nothing was reported and nothing is shown', () => {
    const silent = cell(2014, { requests: null, accepted: null, refused: null });
    expect(compare([silent], [], leftovers()).compared).toEqual({ requests: 0, accepted: 0, refused: 0 });
    expect(compare([cell(2014, { requests: 0, accepted: 0, refused: 0 })], [], leftovers()).agreeing).toEqual(
      {
        requests: 1,
        accepted: 1,
        refused: 1,
      },
    );
  });

  test('differ for a reason by exactly what could not be driven through the exchange', () => {
    const own = { requestingState: 'AUT', respondingState: 'AUT' };
    const comparison = compare(
      [cell(2014, { ...own, accepted: null, refused: null }), cell(2015)],
      [shown(2015, { answered: 1, refused: 0 })],
      leftovers({
        ownState: new Map([['AUT AUT 2014', 10]]),
        unmatchedAccepted: new Map([['AUT ITA 2015', 3]]),
        unmatchedRefused: new Map([['AUT ITA 2015', 2]]),
      }),
    );
    const why = 'decisions with no open request to answer';
    expect(comparison.differences).toEqual([
      {
        cell: 'AUT AUT 2014',
        measure: 'requests',
        source: 10,
        shown: 0,
        reason: 'requests of a State to itself, refused by the rules',
      },
      { cell: 'AUT ITA 2015', measure: 'accepted', source: 4, shown: 1, reason: why },
      { cell: 'AUT ITA 2015', measure: 'refused', source: 2, shown: 0, reason: why },
    ]);
    expect(isExplained(comparison)).toBe(true);
  });

  test.each([
    ['one request is missing', [shown(2014, { received: 9 })], leftovers()],
    ['one request is too many', [shown(2014, { received: 11 })], leftovers()],
    [
      'the reason does not account for all of it',
      [shown(2014, { answered: 1 })],
      leftovers({ unmatchedAccepted: new Map([['AUT ITA 2014', 2]]) }),
    ],
    ['the exchange shows a cell that no table has', [shown(2014), shown(2013)], leftovers()],
  ])('do not agree when %s', (_, found, left) => {
    expect(isExplained(compare([cell(2014)], found, left))).toBe(false);
  });

  test('are reported by counts of cells, then the differences by their reason', () => {
    const years = Array.from({ length: 7 }, (_, index) => 2010 + index);
    const found = years.map((year) => shown(year, year === 2010 ? { received: 9 } : { refused: 0 }));
    const left = leftovers({
      unmatchedRefused: new Map(years.slice(1).map((year) => [`AUT ITA ${String(year)}`, 2])),
    });
    const comparison = compare(
      years.map((year) => cell(year)),
      [...found, shown(2020)],
      left,
    );
    expect(comparisonReport(comparison)).toBe(
      `Cells of pair and year, source against exchange
  requests  6 of 7 cells agree, 1 differ
  accepted  7 of 7 cells agree, 0 differ
  refused   1 of 7 cells agree, 6 differ
  requests: UNEXPLAINED (1 in 1 cells)
    AUT ITA 2010: source 10, exchange 9
  refused: decisions with no open request to answer (12 in 6 cells)
    AUT ITA 2011: source 2, exchange 0
    AUT ITA 2012: source 2, exchange 0
    AUT ITA 2013: source 2, exchange 0
    AUT ITA 2014: source 2, exchange 0
    AUT ITA 2015: source 2, exchange 0
    and 1 cells more
  cells that no table has: 1`,
    );
  });
});
