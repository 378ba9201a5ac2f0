import fc from 'fast-check';
import { isInstant } from './instant';

test.each([
  '2026-11-22T09:30:00Z',
  '2026-11-22T09:30:00.123456Z',
  '2026-11-22T23:59:59+05:45',
  '2024-02-29T00:00:00-03:00',
])('%s is an instant', (text) => {
  expect(isInstant(text)).toBe(true);
});

test.each([
  '2026-11-22',
  '2026-11-22T09:30:00',
  '2026-11-22T09:30Z',
  '2026-11-22 09:30:00Z',
  '2026-W07-1T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T23:59:60Z',
  '2026-11-22T09:30:00+24:00',
  '',
  7,
  null,
])('%p is not', (value) => {
  expect(isInstant(value)).toBe(false);
});

test('whatever is an instant is read as one, and every instant that is written is', () => {
  fc.assert(
    fc.property(
      fc.date({
        noInvalidDate: true,
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59Z'),
      }),
      (date) => isInstant(date.toISOString()),
    ),
  );
  fc.assert(
    fc.property(fc.oneof(fc.nat(9999), fc.nat(99)), fc.nat(13), fc.nat(32), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T12:00:00Z`;
      const read = new Date(text);
      expect(isInstant(text)).toBe(
        !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text.slice(0, 10)),
      );
    }),
  );
});
