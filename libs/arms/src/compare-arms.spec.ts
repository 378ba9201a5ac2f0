import * as fc from 'fast-check';
import type { Arm } from './arm';
import { compareArms } from './compare-arms';
import { FACTORY_SYMBOLS } from './factory-marks';
import { makeRefOf } from './makes';

const pistol = (asObserved: string, more: Partial<Arm> = {}): Arm => ({
  type: 'PISTOL_SELFLOADING',
  make: 'Česká zbrojovka',
  calibre: '9mm Luger',
  serial: { asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' },
  ...more,
});
const findings = (one: Arm, other: Arm) => {
  const { likeness, reasons } = compareArms(one, other);
  return [likeness, ...reasons.filter(({ finding }) => finding !== 'UNKNOWN')];
};

describe('acceptance check 8: two descriptions of an arm', () => {
  test('АВ1234 in Cyrillic and AB1234 match by key, and both stay as observed', () => {
    const [one, other] = [pistol('АВ1234'), pistol('AB1234', { make: 'CZ', calibre: '9x19' })];
    const before = structuredClone([one, other]);
    expect(findings(one, other)).toEqual([
      'SAME_KEY',
      { field: 'serial', finding: 'LOOKS_ALIKE' },
      { field: 'make', finding: 'SAME' },
      { field: 'calibre', finding: 'SAME' },
      { field: 'type', finding: 'SAME' },
    ]);
    expect([one, other]).toEqual(before);
  });

  test('the same number of another make is another arm', () => {
    expect(compareArms(pistol('AB1234'), pistol('AB1234', { make: 'Glock' })).likeness).toBe('DIFFERENT');
  });

  test('the same number of a make that nobody knows is for a person to decide', () => {
    const { make: _, ...unmarked } = pistol('AB1234');
    expect(compareArms(pistol('AB1234'), unmarked).likeness).toBe('POSSIBLE');
    expect(compareArms(pistol('AB1234'), pistol('AB1234', { make: 'Ceskа Zbroj.' })).likeness).toBe(
      'POSSIBLE',
    );
  });

  test('so is one that is near in calibre, differs in type or country, or has its number on another part', () => {
    const one = pistol('AB1234', { calibre: '.223 Rem', countryOfManufacture: 'CZE' });
    expect(compareArms(one, pistol('AB1234', { calibre: '5.56x45' })).likeness).toBe('POSSIBLE');
    expect(compareArms(one, { ...one, type: 'SMG' }).likeness).toBe('POSSIBLE');
    expect(compareArms(one, { ...one, countryOfManufacture: 'SVK' }).likeness).toBe('POSSIBLE');
    const slide = { asObserved: 'AB1234', part: 'SLIDE', condition: 'INTACT' } as const;
    expect(findings(one, pistol('XY9', { partSerials: [slide] }))).toContainEqual({
      field: 'serial',
      finding: 'ON_ANOTHER_PART',
    });
  });

  test('different makes are never one arm by their numbers, whatever these are', () => {
    const number = fc.string({ unit: fc.constantFrom(...Array.from('AB8О0?')), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(number, number, (one, other) => {
        const { likeness } = compareArms(pistol(one), pistol(other, { make: 'Glock' }));
        expect(likeness).toBe('DIFFERENT');
      }),
    );
  });

  test('it does not matter which is compared with which', () => {
    const number = fc.string({
      unit: fc.constantFrom(...Array.from('AB8ВО0?М')),
      minLength: 1,
      maxLength: 5,
    });
    const arm = fc.record(
      {
        serial: number,
        make: fc.constantFrom('CZ', 'Glock', 'unheard of'),
        calibre: fc.constantFrom('9x19', '.223'),
      },
      { requiredKeys: ['serial'] },
    );
    fc.assert(
      fc.property(arm, arm, (one, other) => {
        const [left, right] = [one, other].map(({ serial, ...more }) => ({ ...pistol(serial), ...more }));
        if (left && right) expect(compareArms(left, right)).toEqual(compareArms(right, left));
      }),
    );
  });
});

test.each([
  ['Česká zbrojovka', 'CESKA_ZBROJOVKA'],
  ['CESKA ZBROJOVKA', 'CESKA_ZBROJOVKA'],
  ['smith and wesson', 'SMITH_WESSON'],
  ['ЗАСТАВА', 'ZASTAVA'],
  ['unheard of', undefined],
])('the make %s is %s', (asMarked, ref) => {
  expect(makeRefOf(asMarked)).toBe(ref);
});

test('no factory symbol is shown as verified', () => {
  expect(FACTORY_SYMBOLS.filter(({ verified }) => verified)).toEqual([]);
});
