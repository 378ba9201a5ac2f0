import { checkParts, type PublishedCount } from './published-counts';

const classes = { total: 'arms_seized_total', parts: ['small_arms_seized', 'light_weapons_seized'] };
const year = (named: number, total: number, small: number, light: number): readonly PublishedCount[] => [
  { year: named, class: 'arms_seized_total', value: total },
  { year: named, class: 'small_arms_seized', value: small },
  { year: named, class: 'light_weapons_seized', value: light },
];

describe('acceptance check 11: a published table whose parts and total differ', () => {
  const published = [...year(2019, 300, 270, 80), ...year(2020, 320, 140, 160), ...year(2021, 250, 170, 80)];

  test('is warned of, year by year, and not mended', () => {
    const before = structuredClone(published);
    expect(checkParts(published, classes)).toEqual([
      { year: 2019, total: 300, sumOfParts: 350, difference: 50 },
      { year: 2020, total: 320, sumOfParts: 300, difference: -20 },
    ]);
    expect(published).toEqual(before);
  });

  test('says nothing of a year that lacks a part or the total', () => {
    const [total, small] = year(2022, 100, 40, 10);
    expect(
      checkParts(
        [total, small].filter((count) => count !== undefined),
        classes,
      ),
    ).toEqual([]);
    expect(checkParts(year(2022, 100, 40, 10).slice(1), classes)).toEqual([]);
  });
});
