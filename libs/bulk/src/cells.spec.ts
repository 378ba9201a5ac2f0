import fc from 'fast-check';
import { cellOf, divided, guarded, unguarded } from './cells';

test.each(['=1+1', '+44', '-61.5', '@SUM(A1)', '\tx', '\rx', '＝1', "'quoted'"])(
  'a spreadsheet takes %j for text',
  (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  },
);

test('the mark is taken off again, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
});

test('an apostrophe that guards nothing belongs to the text', () => {
  expect(unguarded("'s-Gravenhage")).toBe("'s-Gravenhage");
});

test('no cell begins with what could be a formula, whatever the value is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(cellOf(value)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('lists come back from their cell', () => {
  const lists = fc.oneof(
    fc.array(fc.string({ unit: 'grapheme' })),
    fc.array(fc.record({ year: fc.integer() })),
  );
  fc.assert(
    fc.property(lists, (list) => {
      expect(divided(unguarded(cellOf(list)))).toEqual(list);
    }),
  );
});

test('codes are divided by bars', () => {
  expect(cellOf(['ILL_NATLAW', 'ILL_TRANSFER'])).toBe('ILL_NATLAW|ILL_TRANSFER');
  expect(cellOf([])).toBe('[]');
  expect(divided('[not JSON')).toBe('[not JSON');
});
