import { differingPairs, totalOf } from './figures';

const figures = new Map([
  ['JAM > USA', { received: 3, answered: 2, refused: 1 }],
  ['TTO > USA', { received: 4, answered: 0, refused: 0 }],
]);

test('the total is over all pairs', () => {
  expect(totalOf(figures)).toEqual({ received: 7, answered: 2, refused: 1 });
  expect(totalOf(new Map())).toEqual({ received: 0, answered: 0, refused: 0 });
});

test('a pair differs by any of its figures, and when only one side knows it', () => {
  const other = new Map([
    ['JAM > USA', { received: 3, answered: 2, refused: 0 }],
    ['HTI > USA', { received: 1, answered: 0, refused: 0 }],
  ]);
  expect(differingPairs(figures, figures)).toEqual([]);
  expect(differingPairs(figures, other)).toEqual(['HTI > USA', 'JAM > USA', 'TTO > USA']);
});

test('a pair of which nothing was received differs from none in nothing', () => {
  expect(
    differingPairs(new Map([['JAM > USA', { received: 0, answered: 0, refused: 0 }]]), new Map()),
  ).toEqual([]);
});
