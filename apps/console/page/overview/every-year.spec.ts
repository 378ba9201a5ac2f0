import { everyYear } from './every-year';

test('a year in which nothing was received stands between the others, without a line', () => {
  const [first, last] = [{ year: 2021 }, { year: 2024 }];
  expect(everyYear([first, last])).toEqual([
    { year: 2021, line: first },
    { year: 2022, line: undefined },
    { year: 2023, line: undefined },
    { year: 2024, line: last },
  ]);
  expect(everyYear([])).toEqual([]);
});
