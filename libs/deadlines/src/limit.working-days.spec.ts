import type { Limit } from './limit';
import { closed, due, workingDays } from './testing/sample-limits';

describe('working days', () => {
  const thursday = '2026-03-05T10:00:00Z';

  test.each([
    ['Saturday and Sunday', [6, 0], '2026-03-10T00:00:00.000Z'],
    ['Friday and Saturday', [5, 6], '2026-03-10T00:00:00.000Z'],
    ['Sunday only', [0], '2026-03-08T00:00:00.000Z'],
    ['no weekend', [], '2026-03-08T00:00:00.000Z'],
    ['Thursday and Friday', [4, 5], '2026-03-09T00:00:00.000Z'],
  ] as const)('two working days from a Thursday, weekend %s', (_name, weekend, expected) => {
    expect(due(thursday, workingDays(2), 'UTC', { weekend, closures: [] })).toBe(expected);
  });

  test('a closure across New Year holds on both sides of it', () => {
    const calendar = { weekend: [6, 0], closures: [closed('2026-12-24', '2027-01-04')] } as const;
    expect(due('2026-12-23T10:00:00Z', workingDays(1), 'UTC', calendar)).toBe('2027-01-05T00:00:00.000Z');
  });

  test('a closure ends before its last date: that day counts', () => {
    const calendar = { weekend: [], closures: [closed('2026-03-06', '2026-03-07')] } as const;
    expect(due(thursday, workingDays(1), 'UTC', calendar)).toBe('2026-03-08T00:00:00.000Z');
  });

  test('a closure announced while the clock runs does not move it', () => {
    const announcedLater = closed('2026-03-06', '2026-03-07', '2026-03-05T10:00:00.001Z');
    const announcedInTime = closed('2026-03-06', '2026-03-07', thursday);
    expect(due(thursday, workingDays(1), 'UTC', { weekend: [], closures: [announcedLater] })).toBe(
      '2026-03-07T00:00:00.000Z',
    );
    expect(due(thursday, workingDays(1), 'UTC', { weekend: [], closures: [announcedInTime] })).toBe(
      '2026-03-08T00:00:00.000Z',
    );
  });

  test('a holiday added to the list holds at once: no list is kept from an earlier call', () => {
    expect(due(thursday, workingDays(1))).toBe('2026-03-07T00:00:00.000Z');
    const edited = { weekend: [6, 0], closures: [closed('2026-03-06', '2026-03-07')] } as const;
    expect(due(thursday, workingDays(1), 'UTC', edited)).toBe('2026-03-10T00:00:00.000Z');
  });
});

describe('a last day on which the desk is closed', () => {
  const received = '2026-03-05T10:00:00Z';

  test('stays or moves on as the rule says, not as the code likes', () => {
    const kept: Limit = { unit: 'calendar-days', count: 2, onClosedDay: 'keep' };
    const moved: Limit = { unit: 'calendar-days', count: 2, onClosedDay: 'next-working-day' };
    expect(due(received, kept)).toBe('2026-03-08T00:00:00.000Z');
    expect(due(received, moved)).toBe('2026-03-10T00:00:00.000Z');
  });

  test('an open last day stays either way, months likewise', () => {
    expect(due(received, { unit: 'calendar-days', count: 1, onClosedDay: 'next-working-day' })).toBe(
      '2026-03-07T00:00:00.000Z',
    );
    expect(due(received, { unit: 'months', count: 1, onClosedDay: 'next-working-day' })).toBe(
      '2026-04-07T00:00:00.000Z',
    );
  });
});
