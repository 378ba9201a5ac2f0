import { readFileSync } from 'node:fs';
import { arcOf, flowsOf, placeOf, widthOf } from './flows';
import { pairOf } from './testing/figures';

describe('flows', () => {
  test('are drawn for what was delivered, the largest last, and those without a place are named', () => {
    const none = pairOf('JAM', 'BRA');
    const unknown = pairOf('XXX', 'USA', { delivered: 3 });
    const pairs = [
      pairOf('JAM', 'USA', { delivered: 9 }),
      none,
      unknown,
      pairOf('TTO', 'USA', { delivered: 2 }),
    ];
    const { drawn, left } = flowsOf(pairs);
    expect(drawn.map(({ requesting, n }) => [requesting, n])).toEqual([
      ['TTO', 2],
      ['JAM', 9],
    ]);
    expect(left).toEqual([unknown]);
  });

  test('are as wide as N says, and never too thin to be seen', () => {
    expect([widthOf(100, 100), widthOf(50, 100), widthOf(1, 100), widthOf(0, 0)]).toEqual([12, 6, 1.5, 1.5]);
  });

  test('of two directions bend to two sides', () => {
    expect(arcOf([0, 0], [100, 0])).toBe('M0.0,0.0Q50.0,18.0 100.0,0.0');
    expect(arcOf([100, 0], [0, 0])).toBe('M100.0,0.0Q50.0,-18.0 0.0,0.0');
  });
});

test('nearly every State has a place', () => {
  const codes: unknown = JSON.parse(readFileSync(require.resolve('i18n-iso-countries/codes.json'), 'utf8'));
  const known = (Array.isArray(codes) ? codes : []).map((line: readonly string[]) => line[1] ?? '');
  const missing = known.filter((code) => !placeOf(code));
  expect(missing.length).toBeLessThan(20);
  expect(placeOf('JAM')).toEqual([-77.3, 18.2]);
});
