import * as fc from 'fast-check';
import { isCalendarDate, isPartialDate } from './calendar-date';

test.each([
  ['2026', true, false],
  ['2026-02', true, false],
  ['2026-02-28', true, true],
  ['2024-02-29', true, true],
  ['0099-12-31', true, true],
  ['2026-02-29', false, false],
  ['2026-02-30', false, false],
  ['2026-13', false, false],
  ['0004-13-13', false, false],
  ['2026-00', false, false],
  ['2026-1-1', false, false],
  ['2026-02-28T00:00:00Z', false, false],
  ['26', false, false],
  ['', false, false],
  [2026, false, false],
])('%j is a date as far as known: %p, a whole one: %p', (text, partial, whole) => {
  expect([isPartialDate(text), isCalendarDate(text)]).toEqual([partial, whole]);
});

test('every day that there is, and its month and year', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect([isCalendarDate(day), isPartialDate(day.slice(0, 7)), isPartialDate(day.slice(0, 4))]).toEqual([
        true,
        true,
        true,
      ]);
    }),
  );
});
