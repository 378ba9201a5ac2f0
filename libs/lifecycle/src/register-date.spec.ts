import { daysOf, isSurelyAfter } from './register-date';

describe('a date in a register', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-12', '2023-12-01', '2023-12-31'],
    ['2023-07-09', '2023-07-09', '2023-07-09'],
  ])('%s means the days from %s to %s', (date, first, last) => {
    expect(daysOf(date)).toEqual({ first, last });
  });

  test.each(['', '24', '2023-13', '2023-02-29', '2023-00', '2023-1-1', '2023-01-01T00:00Z', 'May 2023'])(
    '%j is none',
    (date) => {
      expect(daysOf(date)).toBeUndefined();
    },
  );

  test('comes after another only where there is no doubt', () => {
    expect(isSurelyAfter('2024', '2023-12-31')).toBe(true);
    expect(isSurelyAfter('2023-07', '2023')).toBe(false);
    expect(isSurelyAfter('2023', '2023-07')).toBe(false);
    expect(isSurelyAfter('2023-07-10', '2023-07-09')).toBe(true);
    expect(isSurelyAfter('2023-07-09', '2023-07-09')).toBe(false);
  });
});
