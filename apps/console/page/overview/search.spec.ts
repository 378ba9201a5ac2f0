import { searchOf, windowOf } from './search';

describe('the address of a view', () => {
  test('keeps what is of its form, and leaves out the rest', () => {
    expect(
      searchOf({ measure: 'overdue', year: 2024, asOf: '2026-01-31', requesting: 'JAM', responding: 'USA' }),
    ).toEqual({ measure: 'overdue', year: 2024, asOf: '2026-01-31', requesting: 'JAM', responding: 'USA' });
    expect(
      searchOf({
        figure: 'toString',
        measure: 'rank',
        year: '2024',
        asOf: 'soon',
        requesting: 'jam',
        responding: 7,
        other: 1,
      }),
    ).toEqual({});
    expect(searchOf({ figure: 'overdue' })).toEqual({ figure: 'overdue' });
    expect(searchOf({ asOf: '2026-13-01', year: 20.5 })).toEqual({});
  });
});

describe('what the API is asked for', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');

  test('is a calendar year in UTC, and the end of a day that is over', () => {
    expect(windowOf({ year: 2024, asOf: '2026-03-09', requesting: 'JAM' }, now)).toEqual({
      requesting: 'JAM',
      from: '2024-01-01T00:00:00.000Z',
      to: '2025-01-01T00:00:00.000Z',
      asOf: '2026-03-09T23:59:59.999Z',
    });
  });

  test.each(['2026-03-10', '2027-01-01'])('is now for %s, which is not over', (asOf) => {
    expect(windowOf({ asOf }, now)).toEqual({});
  });
});
