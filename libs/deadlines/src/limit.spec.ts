import type { Limit } from './limit';
import { calendarDays, closed, due, hours, workingDays } from './testing/sample-limits';

describe('a limit ends at 24:00 of the responding desk', () => {
  test.each([
    ['UTC', '2026-03-02T10:00:00Z', calendarDays(1), '2026-03-04T00:00:00.000Z', 'UTC'],
    [
      'summer time begins, New York',
      '2026-03-07T12:00:00Z',
      calendarDays(1),
      '2026-03-09T04:00:00.000Z',
      'America/New_York',
    ],
    [
      'summer time ends, New York',
      '2026-10-31T12:00:00Z',
      calendarDays(1),
      '2026-11-02T05:00:00.000Z',
      'America/New_York',
    ],
    [
      'summer time begins, Berlin',
      '2026-03-28T12:00:00Z',
      calendarDays(1),
      '2026-03-29T22:00:00.000Z',
      'Europe/Berlin',
    ],
    [
      'summer time ends, Berlin',
      '2026-10-24T12:00:00Z',
      calendarDays(7),
      '2026-10-31T23:00:00.000Z',
      'Europe/Berlin',
    ],
    [
      'Cairo skips a midnight',
      '2023-04-26T12:00:00Z',
      calendarDays(1),
      '2023-04-27T22:00:00.000Z',
      'Africa/Cairo',
    ],
    [
      'Cairo passes one midnight twice',
      '2023-10-25T12:00:00Z',
      calendarDays(1),
      '2023-10-26T22:00:00.000Z',
      'Africa/Cairo',
    ],
    [
      'half an hour off, Kolkata',
      '2026-01-05T19:00:00Z',
      calendarDays(2),
      '2026-01-08T18:30:00.000Z',
      'Asia/Kolkata',
    ],
    [
      'late in the evening of the server, next day in Apia',
      '2026-01-05T12:00:00Z',
      calendarDays(1),
      '2026-01-07T11:00:00.000Z',
      'Pacific/Apia',
    ],
    [
      'Apia had no 30 December 2011',
      '2011-12-29T20:00:00Z',
      calendarDays(1),
      '2011-12-31T10:00:00.000Z',
      'Pacific/Apia',
    ],
    [
      'nor was it a working day',
      '2011-12-29T20:00:00Z',
      workingDays(1),
      '2012-01-02T10:00:00.000Z',
      'Pacific/Apia',
    ],
  ] satisfies readonly (readonly [string, string, Limit, string, string])[])(
    '%s',
    (_case, received, limit, expected, timeZone) => {
      expect(due(received, limit, timeZone)).toBe(expected);
    },
  );

  test('the day of receipt is day 0, at its first and at its last millisecond', () => {
    expect(due('2026-03-02T00:00:00.000Z', calendarDays(1))).toBe('2026-03-04T00:00:00.000Z');
    expect(due('2026-03-02T23:59:59.999Z', calendarDays(1))).toBe('2026-03-04T00:00:00.000Z');
  });

  test('the last minute of the day is in time: the day ends where the next one begins', () => {
    const end = Date.parse(due('2026-03-02T10:00:00Z', calendarDays(1)));
    expect(Date.parse('2026-03-03T23:59:59.999Z')).toBeLessThan(end);
  });

  test('hours run by the clock, through weekends and changes of time', () => {
    expect(due('2026-03-29T00:30:00Z', hours(24), 'Europe/Berlin')).toBe('2026-03-30T00:30:00.000Z');
    expect(due('2026-03-06T20:00:00Z', hours(8))).toBe('2026-03-07T04:00:00.000Z');
  });
});

describe('a limit that cannot be counted is refused', () => {
  test.each([
    ['no days', calendarDays(0)],
    ['half a day', calendarDays(0.5)],
    ['less than nothing', hours(-8)],
  ])('%s', (_case, limit) => {
    expect(() => due('2026-03-05T10:00:00Z', limit)).toThrow(RangeError);
  });

  test('a week without working days, a zone and a date that do not exist', () => {
    const at = '2026-03-05T10:00:00Z';
    expect(() => due(at, workingDays(1), 'UTC', { weekend: [0, 1, 2, 3, 4, 5, 6], closures: [] })).toThrow(
      RangeError,
    );
    expect(() => due(at, calendarDays(1), 'Mars/Olympus')).toThrow(RangeError);
    const noSuchDate = { weekend: [], closures: [closed('2026-02-30', '2026-03-07')] } as const;
    expect(() => due(at, workingDays(1), 'UTC', noSuchDate)).toThrow('"2026-02-30" is not a date');
  });
});
