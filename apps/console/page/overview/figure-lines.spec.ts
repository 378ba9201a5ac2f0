import { figureLines } from './figure-lines';
import { figuresOf } from './testing/figures';

const lineOf = (figure: string, said: Parameters<typeof figuresOf>[0]) =>
  figureLines(figuresOf(said)).find((line) => line.figure === figure);

test('what is a share says of what', () => {
  const said = { delivered: 10, answeredInFull: 6, negative: 3, answeredInPart: 2 };
  expect(lineOf('answered', said)).toEqual({ figure: 'answered', count: 8, of: 10, share: 0.8 });
  expect(lineOf('negative', said)).toEqual({ figure: 'negative', count: 3, of: 6, share: 0.5 });
});

test('a share of nothing is not 0', () => {
  expect(lineOf('answered', {})).toEqual({ figure: 'answered', count: 0, of: 0, share: null });
});

test('what stands outside N is no share of it', () => {
  expect(lineOf('duplicates', { delivered: 10, duplicates: 2 })).toEqual({
    figure: 'duplicates',
    count: 2,
    of: null,
    share: null,
  });
});
