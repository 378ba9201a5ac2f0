import * as fc from 'fast-check';
import { dueInstant, type Limit } from './limit';
import { type Owed, owedSince, timeOwed } from './owed';
import { instant, zone } from './testing/any-day';
import { calendarDays, hours, months, workingDays } from './testing/sample-limits';

const at = (text: string) => Date.parse(text);
const owed = (from: string, to: string): Owed => ({ from: at(from), to: at(to) });
const desk = { weekend: [6, 0], closures: [] } as const;
/** Received on Monday 2 March 2026. */
const due = (limit: Limit, periods: readonly Owed[], timeZone = 'UTC') =>
  new Date(
    dueInstant(at('2026-03-02T10:00:00Z'), limit, { timeZone, calendar: desk }, periods),
  ).toISOString();

describe('a limit that is suspended', () => {
  test('in hours goes on for as long as it stood still', () => {
    expect(due(hours(8), [owed('2026-03-02T15:00:00Z', '2026-03-04T10:30:00Z')])).toBe(
      '2026-03-04T13:30:00.000Z',
    );
  });

  test.each([
    [calendarDays(7), '2026-03-12T00:00:00.000Z'],
    [months(1), '2026-04-05T00:00:00.000Z'],
    [workingDays(3), '2026-03-10T00:00:00.000Z'],
  ])('of %j does not count the days after the question up to that of the information', (limit, expected) => {
    expect(due(limit, [owed('2026-03-03T22:00:00Z', '2026-03-05T01:00:00Z')])).toBe(expected);
  });

  test('loses no day where question and information share one, in the responder’s zone', () => {
    const period = owed('2026-03-03T22:00:00Z', '2026-03-04T02:00:00Z');
    expect(due(calendarDays(7), [period], 'America/New_York')).toBe('2026-03-10T04:00:00.000Z');
    expect(due(calendarDays(7), [period], 'UTC')).toBe('2026-03-11T00:00:00.000Z');
  });

  test('is not stepped in 86,400 seconds where summer time begins', () => {
    const period = owed('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z');
    expect(due(calendarDays(28), [period], 'Europe/Berlin')).toBe('2026-04-01T22:00:00.000Z');
  });

  test('counts two questions that are open together once', () => {
    const two = [
      owed('2026-03-04T09:00:00Z', '2026-03-06T09:00:00Z'),
      owed('2026-03-03T09:00:00Z', '2026-03-05T09:00:00Z'),
    ];
    expect(due(calendarDays(7), two)).toBe('2026-03-13T00:00:00.000Z');
  });

  test('that ran out before the question has run out', () => {
    expect(due(hours(8), [owed('2026-03-02T18:00:00Z', '2026-03-04T10:00:00Z')])).toBe(
      '2026-03-02T18:00:00.000Z',
    );
  });

  test('whose last day is closed is not prolonged by what was asked and supplied before the next one is over', () => {
    const rule = { ...calendarDays(5), onClosedDay: 'next-working-day' } as const;
    const onSunday = owed('2026-03-08T10:00:00Z', '2026-03-09T10:00:00Z');
    const before = owed('2026-03-03T22:00:00Z', '2026-03-04T01:00:00Z');
    expect(due(rule, [onSunday])).toBe('2026-03-10T00:00:00.000Z');
    expect(due(rule, [before])).toBe('2026-03-10T00:00:00.000Z');
    expect(due(rule, [before, onSunday])).toBe('2026-03-10T00:00:00.000Z');
  });

  test('moves on from a closed day to the first working day at whose end nothing is owed', () => {
    const rule = { ...calendarDays(5), onClosedDay: 'next-working-day' } as const;
    expect(due(rule, [owed('2026-03-09T10:00:00Z', '2026-03-12T10:00:00Z')])).toBe(
      '2026-03-13T00:00:00.000Z',
    );
    expect(due(rule, [owed('2026-03-09T10:00:00Z', '2026-03-14T10:00:00Z')])).toBe(
      '2026-03-17T00:00:00.000Z',
    );
  });

  test('ends on a working day after information that came on a closed one', () => {
    expect(due(workingDays(4), [owed('2026-03-06T09:00:00Z', '2026-03-08T09:00:00Z')])).toBe(
      '2026-03-10T00:00:00.000Z',
    );
  });
});

describe('whatever was asked and supplied', () => {
  const minutes = 60_000;
  const period = fc
    .record({
      from: fc.integer({ min: -5000, max: 60_000 }),
      length: fc.option(fc.nat(20_000), { nil: Infinity }),
    })
    .map(({ from, length }) => ({ from: from * minutes, to: (from + length) * minutes }));
  const periodsAfter = (start: number, periods: readonly Owed[]) =>
    periods.map(({ from, to }) => ({ from: start + from, to: start + to }));
  const count = fc.integer({ min: 1, max: 20 });
  const onClosedDay = fc.constantFrom('keep' as const, 'next-working-day' as const);
  const limit: fc.Arbitrary<Limit> = fc.oneof(
    fc.record({ unit: fc.constantFrom('hours' as const, 'working-days' as const), count }),
    fc.record({ unit: fc.constantFrom('calendar-days' as const, 'months' as const), count, onClosedDay }),
  );

  test('a suspended clock does not run out, and more suspension never ends earlier', () => {
    fc.assert(
      fc.property(
        instant,
        limit,
        zone,
        fc.array(period, { maxLength: 4 }),
        period,
        (start, rule, timeZone, some, more) => {
          const place = { timeZone, calendar: desk };
          const periods = periodsAfter(start, some);
          const end = dueInstant(start, rule, place, periods);
          expect(end).toBeGreaterThanOrEqual(dueInstant(start, rule, place));
          for (const { from, to } of owedSince(start, periods))
            expect(from < end && end <= to && end < Infinity).toBe(false);
          expect(
            dueInstant(start, rule, place, [...periods, ...periodsAfter(start, [more])]),
          ).toBeGreaterThanOrEqual(end);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no time is owed twice, nor outside the span that is looked at', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), fc.nat(60_000), (periods, end) => {
        const to = end * minutes;
        let expected = 0;
        for (let minute = 0; minute < end; minute += 1) {
          const moment = minute * minutes;
          if (periods.some((each) => each.from <= moment && moment < each.to)) expected += minutes;
        }
        expect(timeOwed(periods, 0, to)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });
});
