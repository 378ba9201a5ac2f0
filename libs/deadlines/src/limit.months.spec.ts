import { calendarDays, due, months } from './testing/sample-limits';

describe('months', () => {
  test.each([
    ['2026-01-31T10:00:00Z', 1, '2026-03-01T00:00:00.000Z'],
    ['2028-01-31T10:00:00Z', 1, '2028-03-01T00:00:00.000Z'],
    ['2028-01-29T10:00:00Z', 1, '2028-03-01T00:00:00.000Z'],
    ['2026-08-31T10:00:00Z', 1, '2026-10-01T00:00:00.000Z'],
    ['2026-02-28T10:00:00Z', 1, '2026-03-29T00:00:00.000Z'],
    ['2026-12-15T10:00:00Z', 2, '2027-02-16T00:00:00.000Z'],
  ])(
    'received %s, %i month(s): the same day number, or the last of the month',
    (received, count, expected) => {
      expect(due(received, months(count))).toBe(expected);
    },
  );

  test('a month is no thirty days', () => {
    expect(due('2026-02-10T10:00:00Z', months(1))).not.toBe(due('2026-02-10T10:00:00Z', calendarDays(30)));
  });

  test('31 January begins in the responding State, not in UTC', () => {
    expect(due('2026-01-30T22:00:00Z', months(1), 'Asia/Kolkata')).toBe('2026-02-28T18:30:00.000Z');
    expect(due('2026-01-30T22:00:00Z', months(1), 'UTC')).toBe('2026-03-01T00:00:00.000Z');
  });
});
