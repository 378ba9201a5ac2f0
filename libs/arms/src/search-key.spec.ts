import * as fc from 'fast-check';
import { searchKeyOf } from './search-key';

const keyOf = (asObserved: string) => searchKeyOf({ asObserved })?.text;

describe('the search key of a serial number', () => {
  test.each([
    ['АВ1234', 'AB1234'],
    ['ΑΒ1234', 'AB1234'],
    ['ТОХ-77', 'TOX77'],
    ['١٢٣٤٥', '12345'],
    ['۱۲۳۴۵', '12345'],
    ['ＡＢ１２３４', 'AB1234'],
    ['𝟙𝟚𝟛', '123'],
    ['00-12 34', '1234'],
    ['ab.1/2_3*4', 'AB1234'],
    ['A8I2S4', 'ab1254'],
    ['RN77', 'm77'],
    ['O0QD5', '5'],
    ['É-77', 'E\u0301-77'],
  ])('is the same for %s and %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test.each([
    ['AB1234', 'AB1243'],
    ['AB1234', 'AB12340'],
    ['C1', 'E1'],
  ])('tells %s from %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('says of which version it is and whether anything in it is uncertain', () => {
    expect(searchKeyOf({ asObserved: 'KA-0123' })).toEqual({ version: 1, text: 'K40123', certain: true });
    expect(searchKeyOf({ asObserved: 'K?0123' })).toEqual({ version: 1, text: 'K?0123', certain: false });
    const uncertainPositions = [{ position: 2, candidates: ['3', 'B', '8'] }];
    expect(searchKeyOf({ asObserved: 'K30123', uncertainPositions })).toEqual({
      version: 1,
      text: 'K[38]0123',
      certain: false,
    });
  });

  test.each(['', '???', ' - ', '*'])('is not made of %j, where nothing can be read', (asObserved) => {
    expect(searchKeyOf({ asObserved })).toBeUndefined();
  });

  test('takes letters by sound when asked to: Cyrillic В is V', () => {
    const serial = { asObserved: 'ВН1234' };
    expect(searchKeyOf(serial)?.text).toBe('8H1234');
    expect(searchKeyOf(serial, 'BY_SOUND')?.text).toBe('VN1234');
    expect(searchKeyOf({ ...serial, script: 'LATIN' }, 'BY_SOUND')?.text).toBe('8H1234');
  });
});

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АБВГДЕЖЗИКЛМНОПРСТУФХΑΒΓΔΕΖΗΙΚΛΜΝΟΠΡΣΤΥΧ٠١٢٣٤٥٦٧٨٩';
const serial = fc.string({ unit: fc.constantFrom(...Array.from(signs)), minLength: 1, maxLength: 16 });
const separators = fc.string({
  unit: fc.constantFrom(' ', '.', '-', '/', '_', '*', '\u00a0', '\u200f'),
  maxLength: 3,
});
const lookAlikes = ['O0QDОΟ٠', 'I1L|ІΙ١', 'S5Ѕ٥', 'B8ВΒ٨', 'Z2Ζ٢', 'G6٦', 'A4АΑ٤', 'T7ТΤ٧', 'UV', 'MМΜ'];

describe('whatever the number', () => {
  test('the key of a key is itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(serial, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          fc.pre(!text.includes('?'));
          const key = keyOf(text);
          expect(key === undefined ? undefined : keyOf(key)).toBe(key);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('separators, case and leading zeros make no difference', () => {
    fc.assert(
      fc.property(serial, fc.array(separators), fc.nat(3), (text, between, zeros) => {
        const spaced = Array.from(text, (sign, index) => `${sign}${between[index] ?? ''}`).join('');
        expect(keyOf(`${'0'.repeat(zeros)}${spaced.toLowerCase()}`)).toBe(keyOf(text));
      }),
    );
  });

  test('look-alikes make no difference', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...lookAlikes), fc.nat(), fc.nat()), { minLength: 1 }),
        (places) => {
          const written = (pick: (place: (typeof places)[number]) => number) =>
            places
              .map((place) => Array.from(place[0]).at(pick(place) % Array.from(place[0]).length))
              .join('');
          expect(keyOf(written(([, one]) => one))).toBe(keyOf(written(([, , other]) => other)));
        },
      ),
    );
  });

  test('the record keeps the text as it was observed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (asObserved) => {
        const record = Object.freeze({ asObserved, uncertainPositions: Object.freeze([]) });
        searchKeyOf(record);
        expect(record).toEqual({ asObserved, uncertainPositions: [] });
      }),
    );
  });
});
