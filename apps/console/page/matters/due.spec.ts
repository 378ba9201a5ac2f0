import { distanceTo, toneOf } from './due';

const now = Date.parse('2026-03-10T12:00:00Z');

test.each([
  ['2026-03-10T12:00:00Z', { overdue: true, unit: 'minute', count: 0 }, 'late'],
  ['2026-03-10T11:00:00Z', { overdue: true, unit: 'minute', count: 60 }, 'late'],
  ['2026-03-07T11:00:00Z', { overdue: true, unit: 'day', count: 3 }, 'late'],
  ['2026-03-10T12:30:59Z', { overdue: false, unit: 'minute', count: 30 }, 'soon'],
  ['2026-03-11T18:00:00Z', { overdue: false, unit: 'hour', count: 30 }, 'soon'],
  ['2026-03-12T23:00:00Z', { overdue: false, unit: 'day', count: 2 }, 'soon'],
  ['2026-03-13T12:00:00Z', { overdue: false, unit: 'day', count: 3 }, 'calm'],
] as const)('%s is told as %o', (dueAt, distance, tone) => {
  expect(distanceTo(dueAt, now)).toEqual(distance);
  expect(toneOf(distance)).toBe(tone);
});
