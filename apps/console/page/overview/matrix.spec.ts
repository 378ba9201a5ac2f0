import { matrixOf } from './matrix';
import { pairOf } from './testing/figures';

test('the matrix has each State that asks as a row, each that is asked as a column, sorted by name', () => {
  const pairs = [pairOf('JAM', 'USA'), pairOf('BHS', 'USA'), pairOf('JAM', 'BRA'), pairOf('USA', 'JAM')];
  const matrix = matrixOf(pairs, (one, other) => one.localeCompare(other));
  expect(matrix.rows).toEqual(['BHS', 'JAM', 'USA']);
  expect(matrix.columns).toEqual(['BRA', 'JAM', 'USA']);
  expect(matrix.pair('JAM', 'USA')).toBe(pairs[0]);
  expect(matrix.pair('USA', 'BRA')).toBeUndefined();
});
