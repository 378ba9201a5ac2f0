import { conditionOf, endOfDay } from './condition';

describe('a condition as it came', () => {
  test.each([
    { kind: 'NO_ONWARD' },
    { kind: 'COMMERCIAL' },
    { kind: 'EXPIRES', on: '2026-02-28' },
    { kind: 'NEED_TO_KNOW', authorities: ['Customs'], roles: ['officer'] },
    { kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] },
    {
      kind: 'ON_TERMS',
      state: 'COL',
      use: 'INVESTIGATION',
      purpose: 'To ask.',
      terms: 'This inquiry alone.',
    },
    { kind: 'OTHER', text: 'Ask before use in court.' },
  ])('%j is taken as it stands', (condition) => {
    expect(conditionOf(condition)).toEqual(condition);
  });

  test.each([
    [{ kind: 'EMBASSY_ONLY', text: 'x' }, 'EMBASSY_ONLY'],
    [{ kind: 'NO_ONWARD', unless: 'a court orders it' }, 'NO_ONWARD'],
    [{ kind: 'EXPIRES', on: '2026-02-30' }, 'EXPIRES'],
    [{ kind: 'EXPIRES', on: 'soon' }, 'EXPIRES'],
    [{ kind: 'PURPOSE_ONLY' }, 'PURPOSE_ONLY'],
    [{ kind: 'NEED_TO_KNOW', roles: 'officer' }, 'NEED_TO_KNOW'],
    [{ kind: 'NEED_TO_KNOW', authorities: [7] }, 'NEED_TO_KNOW'],
    [{ kind: 7 }, ''],
    [['NO_ONWARD'], ''],
    [null, ''],
  ])('%j is one that this version cannot weigh', (raw, text) => {
    expect(conditionOf(raw)).toEqual({ kind: 'OTHER', text });
  });

  test('names nobody when it names neither body nor role', () => {
    expect(conditionOf({ kind: 'NEED_TO_KNOW' })).toEqual({ kind: 'NEED_TO_KNOW', authorities: [] });
  });
});

test('a day is over when it ends first on earth', () => {
  expect(endOfDay('2026-01-31')).toBe(Date.UTC(2026, 0, 31, 10));
  expect(endOfDay('2024-02-29')).toBe(Date.UTC(2024, 1, 29, 10));
  expect(endOfDay('2026-02-29')).toBeUndefined();
});
