import * as fc from 'fast-check';
import { compareSerials } from './serial-match';
import { scriptsIn } from './serial';

const compare = (one: string, other: string) => compareSerials({ asObserved: one }, { asObserved: other });

describe('two serial numbers', () => {
  test.each([
    ['AB1234', 'AB1234', 'SAME'],
    ['АВ1234', 'AB1234', 'LOOKS_ALIKE'],
    ['00AB-1234', 'AB1234', 'LOOKS_ALIKE'],
    ['rn77', 'M77', 'LOOKS_ALIKE'],
    ['AB12?4', 'AB1234', 'POSSIBLE'],
    ['AB12?4', 'AB?234', 'POSSIBLE'],
    ['?77', 'M77', 'POSSIBLE'],
    ['?12', '12', 'POSSIBLE'],
    ['ВН1234', 'VN1234', 'SOUNDS_ALIKE'],
    ['Σ1234', 'S1234', 'SOUNDS_ALIKE'],
    ['AB1234', 'AB1235', 'DIFFERENT'],
    ['AB12?4', 'AB1235', 'DIFFERENT'],
    ['AB12?', 'AB12', 'DIFFERENT'],
    ['', 'AB1234', 'UNKNOWN'],
    ['???', 'AB1', 'UNKNOWN'],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect([compare(one, other), compare(other, one)]).toEqual([likeness, likeness]);
  });

  test('one of several readings of a place is enough', () => {
    const one = { asObserved: 'AB1234', uncertainPositions: [{ position: 3, candidates: ['1', '7'] }] };
    expect(compareSerials(one, { asObserved: 'AB7234' })).toBe('POSSIBLE');
    expect(compareSerials(one, { asObserved: 'AB3234' })).toBe('DIFFERENT');
  });

  test('nothing is compared where there is no number', () => {
    expect(compareSerials(undefined, { asObserved: 'AB1234' })).toBe('UNKNOWN');
  });

  test('a reading with places that cannot be made out is never told from the number itself', () => {
    const number = fc.string({
      unit: fc.constantFrom(...Array.from('ABMNR0123О٤Ζ')),
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(number, fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }), (text, hidden) => {
        const seen = Array.from(text, (sign, index) => (hidden.includes(index) ? '?' : sign)).join('');
        fc.pre(/[^?]/.test(seen));
        expect(['SAME', 'LOOKS_ALIKE', 'POSSIBLE']).toContain(compare(seen, text));
      }),
    );
  });
});

test.each([
  ['АВ1234', ['CYRILLIC']],
  ['AB1234', ['LATIN']],
  ['1234', ['LATIN']],
  ['١٢٣', ['ARABIC_DIGITS']],
  ['ΑΒ', ['GREEK']],
  ['五六式 12', ['CHINESE']],
  ['АBВ12', ['CYRILLIC', 'LATIN']],
  ['★', ['SYMBOL']],
])('%s is written in %j', (text, scripts) => {
  expect(scriptsIn(text)).toEqual(scripts);
});
