import { categoryOf } from '@vestigo/kernel';
import fc from 'fast-check';
import { categoryPattern } from './listening';

const name = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '.', '*', '$', '^', '\\', '(', '|', ' ', '\n', 'é', '𝔙', '-'),
});

describe('the filter of categories', () => {
  it('lets exactly the streams of these categories through', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), name, (names, other) => {
        const categories = names.map(categoryOf).filter((category) => category !== '');
        fc.pre(categories.length > 0);
        const pattern = new RegExp(categoryPattern(categories), 'u');
        const streams = [other, ...categories.flatMap((one) => [one, `${one}-${other}`, `${one}${other}`])];
        for (const stream of streams) {
          expect([stream, pattern.test(stream)]).toEqual([stream, categories.includes(categoryOf(stream))]);
        }
      }),
    );
  });
});
