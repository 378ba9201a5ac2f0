import * as fc from 'fast-check';
import { addMonths, dayLength, localDayOf, parseLocalDay, startOfDay } from './local-day';
import { dateOf, instant, zone } from './testing/any-day';

describe('a local day, whatever the zone', () => {
  test('a month later is a day of the next month with the same number, or its last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 30 }), (day, later) => {
        const [from, to] = [new Date(day * dayLength), new Date(addMonths(day, later) * dayLength)];
        const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(monthOf(to) - monthOf(from)).toBe(later);
        const isLast = new Date(to.getTime() + dayLength).getUTCDate() === 1;
        expect(to.getUTCDate() === from.getUTCDate() || (isLast && to.getUTCDate() < from.getUTCDate())).toBe(
          true,
        );
      }),
    );
  });

  test('an instant lies within its local day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const day = localDayOf(at, timeZone);
        expect(startOfDay(day, timeZone)).toBeLessThanOrEqual(at);
        expect(startOfDay(day + 1, timeZone)).toBeGreaterThan(at);
      }),
    );
  });

  test('a day begins when the calendar of the zone says so', () => {
    const format = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: 12_700, max: 25_700 }), zone, (day, timeZone) => {
        fc.pre(timeZone !== 'America/St_Johns' && dateOf(day) !== '2011-12-30');
        const start = startOfDay(day, timeZone);
        expect(format(timeZone).format(start)).toBe(dateOf(day));
        expect(format(timeZone).format(start - 1)).not.toBe(dateOf(day));
      }),
    );
  });

  test('where the clocks go back to midnight, the day has begun with the first', () => {
    const day = parseLocalDay('2032-11-07');
    expect(new Date(startOfDay(day, 'America/Havana')).toISOString()).toBe('2032-11-07T04:00:00.000Z');
  });

  test('where they go back across midnight, the day begins with the second', () => {
    const day = parseLocalDay('2010-11-07');
    expect(new Date(startOfDay(day, 'America/St_Johns')).toISOString()).toBe('2010-11-07T03:30:00.000Z');
  });
});
