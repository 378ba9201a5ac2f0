import * as fc from 'fast-check';
import { type ClockBasis, decodeClockBasis, encodeClockBasis, UnreadableClockBasis } from './clock-basis';

const basis: ClockBasis = {
  priority: 'ROUTINE',
  regimes: ['ITI', 'ECOWAS'],
  timeZone: 'Africa/Lagos',
  weekend: [6, 0],
};

describe('a clock basis as text', () => {
  test('is short and plain', () => {
    expect(encodeClockBasis(basis)).toBe('ROUTINE;ITI,ECOWAS;Africa/Lagos;6,0');
    expect(decodeClockBasis('ROUTINE;ITI,ECOWAS;Africa/Lagos;6,0')).toEqual(basis);
  });

  test('is read back as it was written', () => {
    const any: fc.Arbitrary<ClockBasis> = fc.record({
      priority: fc.constantFrom('ROUTINE', 'URGENT'),
      regimes: fc.array(fc.stringMatching(/^[A-Z0-9_:.-]{1,12}$/), { maxLength: 4 }),
      timeZone: fc.constantFrom('UTC', 'Africa/Lagos', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'),
      weekend: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 6), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(any, (original) => expect(decodeClockBasis(encodeClockBasis(original))).toEqual(original)),
    );
  });

  test('no regime and no weekend are read as none', () => {
    const bare: ClockBasis = { priority: 'URGENT', regimes: [], timeZone: 'UTC', weekend: [] };
    expect(encodeClockBasis(bare)).toBe('URGENT;;UTC;');
    expect(decodeClockBasis('URGENT;;UTC;')).toEqual(bare);
  });

  test.each([
    ['nothing', ''],
    ['a part too few', 'ROUTINE;ITI;UTC'],
    ['a part too many', 'ROUTINE;ITI;UTC;6,0;x'],
    ['another priority', 'ASAP;ITI;UTC;6,0'],
    ['an empty regime', 'ROUTINE;ITI,;UTC;6,0'],
    ['an unknown zone', 'ROUTINE;ITI;Mars/Olympus;6,0'],
    ['an eighth weekday', 'ROUTINE;ITI;UTC;7'],
    ['a weekday twice', 'ROUTINE;ITI;UTC;6,6'],
    ['a week without working days', 'ROUTINE;ITI;UTC;0,1,2,3,4,5,6'],
  ])('%s is refused by name', (_case, text) => {
    expect(() => decodeClockBasis(text)).toThrow(UnreadableClockBasis);
    expect(() => decodeClockBasis(text)).toThrow('is not a clock basis');
  });

  test('what could not be read back is not written', () => {
    expect(() => encodeClockBasis({ ...basis, regimes: ['ITI,ECOWAS'] })).toThrow(UnreadableClockBasis);
    expect(() => encodeClockBasis({ ...basis, regimes: ['A;B'] })).toThrow(UnreadableClockBasis);
    expect(() => encodeClockBasis({ ...basis, timeZone: 'Nowhere' })).toThrow(UnreadableClockBasis);
  });
});
