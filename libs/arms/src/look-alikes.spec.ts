import * as fc from 'fast-check';
import { folded } from './look-alikes';

test('what is written in ASCII folds as it does beside other signs', () => {
  const withoutWeight = '\u00a0';
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(folded(text)).toBe(folded(text + withoutWeight));
    }),
  );
});
