import * as fc from 'fast-check';
import { dueInstant, type Limit } from './limit';
import { dayLength, localDayOf, startOfDay } from './local-day';
import { dateOf, instant, zone } from './testing/any-day';

describe('whatever the instant, zone, limit and calendar', () => {
  const count = fc.integer({ min: 1, max: 60 });
  const onClosedDay = fc.constantFrom('keep' as const, 'next-working-day' as const);
  const limit: fc.Arbitrary<Limit> = fc.oneof(
    fc.record({ unit: fc.constantFrom('hours' as const, 'working-days' as const), count }),
    fc.record({ unit: fc.constantFrom('calendar-days' as const, 'months' as const), count, onClosedDay }),
  );
  const weekend = fc.uniqueArray(
    fc.constantFrom(0 as const, 1 as const, 3 as const, 5 as const, 6 as const),
    { maxLength: 3 },
  );
  const closure = fc
    .record({ from: fc.integer({ min: 12_700, max: 25_700 }), length: fc.integer({ min: 1, max: 20 }) })
    .map(({ from, length }) => ({ from: dateOf(from), to: dateOf(from + length), knownFrom: 0 }));
  const calendar = fc.record({ weekend, closures: fc.array(closure, { maxLength: 5 }) });

  test('the due instant lies after receipt and, hours apart, at a local midnight', () => {
    fc.assert(
      fc.property(instant, limit, zone, calendar, (start, rule, timeZone, desk) => {
        const end = dueInstant(start, rule, { timeZone, calendar: desk });
        expect(end).toBeGreaterThan(start);
        if (rule.unit === 'hours') return;
        expect(startOfDay(localDayOf(end, timeZone), timeZone)).toBe(end);
      }),
    );
  });

  test('one more unit never ends earlier', () => {
    fc.assert(
      fc.property(instant, limit, zone, calendar, (start, rule, timeZone, desk) => {
        const place = { timeZone, calendar: desk };
        const longer = { ...rule, count: rule.count + 1 };
        expect(dueInstant(start, longer, place)).toBeGreaterThanOrEqual(dueInstant(start, rule, place));
      }),
    );
  });

  test('a later receipt never ends earlier', () => {
    fc.assert(
      fc.property(
        instant,
        fc.nat({ max: 10 * dayLength }),
        limit,
        zone,
        calendar,
        (start, later, rule, timeZone, desk) => {
          const place = { timeZone, calendar: desk };
          expect(dueInstant(start + later, rule, place)).toBeGreaterThanOrEqual(
            dueInstant(start, rule, place),
          );
        },
      ),
    );
  });

  test('more closures never end earlier', () => {
    fc.assert(
      fc.property(instant, limit, zone, calendar, closure, (start, rule, timeZone, desk, more) => {
        const busier = { ...desk, closures: [...desk.closures, more] };
        expect(dueInstant(start, rule, { timeZone, calendar: busier })).toBeGreaterThanOrEqual(
          dueInstant(start, rule, { timeZone, calendar: desk }),
        );
      }),
    );
  });
});
