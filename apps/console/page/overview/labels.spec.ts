import { labelsOf } from './labels';

const named = (code: string, x: number, y: number) => ({ code, name: code.repeat(4), x, y });
const placed = (...points: readonly ReturnType<typeof named>[]) =>
  labelsOf(points).map(({ x, y, nameX, nameY }) => [Math.sign(nameX - x), Math.sign(nameY - y)]);

describe('the names on the map', () => {
  test('stand below their points', () => {
    expect(placed(named('JAM', 0, 0), named('USA', 500, 0))).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('go elsewhere rather than over each other', () => {
    expect(placed(named('HTI', 0, 0), named('DOM', 30, 0))).toEqual([
      [0, 1],
      [1, -1],
    ]);
  });
});
