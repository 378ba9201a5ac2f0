import fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { checkOf } from './compiled-validation';
import { decodeCursor, decodePlace, encodeCursor, encodePlace, PageQuery } from './page';

test('a cursor holds the values it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (values) => {
      expect(decodeCursor(encodeCursor(values))).toEqual(values);
    }),
  );
});

test.each(['', 'x', '!!', 'e30', 'W251bGxd', `${encodeCursor([1])}=`, encodeCursor([1]).slice(0, -1)])(
  '%p is no cursor',
  (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(
      new Rejection(
        'invalid',
        'cursor-malformed',
        'Take the cursor from `next` of the page before, unchanged.',
      ),
    );
  },
);

test('no text but a cursor is taken for one', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.startsWith('W'));
      expect(() => decodeCursor(text)).toThrow(Rejection);
    }),
  );
});

test('the next page begins after the last line, unless the list ends here', () => {
  const next = encodePlace([{ place: 9 }, { place: 7 }], 2);
  expect(decodePlace(next ?? '')).toBe(7);
  expect(encodePlace([{ place: 9 }], 2)).toBeNull();
  expect(encodePlace([], 2)).toBeNull();
});

test('a place is one number', () => {
  expect(() => decodePlace(encodeCursor([1, 2]))).toThrow(Rejection);
  expect(() => decodePlace(encodeCursor(['1']))).toThrow(Rejection);
});

test('a page has 50 items unless another number up to 200 is asked for', () => {
  expect(checkOf(PageQuery, 'text')({})).toEqual({ limit: 50 });
  expect(checkOf(PageQuery, 'text')({ limit: '200', cursor: 'abc' })).toEqual({ limit: 200, cursor: 'abc' });
  expect(() => checkOf(PageQuery, 'text')({ limit: '201' })).toThrow(Rejection);
});
