import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printedBy } from './testing/process-of-its-own';

/** Prints the bytes that grew old of objects that nobody knows any more, after others made at the same place had lived long. */
const trial = (prepared: string) => `
  import { beginYoung } from ${JSON.stringify(pathToFileURL(join(__dirname, 'young-objects.ts')))};
  ${prepared}
  const places = Array.from({ length: 200_000 });
  const fill = (most) => {
    for (let count = 0; count < 1_000_000; count += 1) places[count % most] = { count, list: [count] };
  };
  for (let round = 0; round < 5; round += 1) fill(places.length);
  fill(10);
  gc();
  const before = old();
  fill(10);
  console.log(old() - before);
`;

test('what lives for a moment is collected while it is young, whatever was made at that place before', () => {
  const small = '--max-semi-space-size=1';
  expect(printedBy(trial(''), small)).toBeGreaterThan(5_000_000);
  expect(printedBy(trial('beginYoung();'), small)).toBeLessThan(500_000);
});
