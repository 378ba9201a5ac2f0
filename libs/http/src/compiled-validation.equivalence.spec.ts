import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { Sample, valid, verdictOf } from './testing/sample-body';

const rejected = (body: unknown) => {
  const verdict = verdictOf(structuredClone(body));
  return Array.isArray(verdict);
};

describe('the compiled verdict', () => {
  test('is the one of class-validator, but for two things that it lets pass', () => {
    const anything = fc.oneof(
      fc.constantFrom(...values(valid)),
      fc.constantFrom<unknown>(
        undefined,
        null,
        '',
        ' ',
        '  \t ',
        0,
        -1,
        1.5,
        91,
        2201,
        1e400,
        true,
        'true',
        '1',
        {},
        [],
      ),
      fc.constantFrom<unknown>(
        '2026-02-30',
        '2026-02-28T25:00',
        '2026-W07',
        'kEN',
        'XXX',
        'A1\n',
        'a1',
        'low',
        3,
        '3',
      ),
      fc.constantFrom<unknown>(
        ['seized', 'seized'],
        ['a', 'b', 'c', 'd'],
        ['A', 'C'],
        [1],
        [null],
        [' '],
        [[]],
      ),
      fc.constantFrom<unknown>({ text: 'x' }, { text: '' }, { year: 1900 }, { text: 'x', colour: 'red' }, [
        { text: 'x' },
        {},
      ]),
      fc.constantFrom<unknown>(
        '2026-11-22T10:00:00',
        '2026-02-30T10:00:00Z',
        '0166',
        'x'.repeat(9),
        'n@a',
        'é@example.org',
      ),
      fc.string({ maxLength: 9 }),
      fc.integer(),
      fc.double(),
    );
    const change = fc.record({
      path: fc.constantFrom(...pathsOf(valid), ['unknown'], ['mark', 'unknown'], ['marks', '1', 'unknown']),
      value: anything,
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const body = changes.reduce<unknown>((whole, { path, value }) => changed(whole, path, value), valid);
        expect(rejected(body)).toBe(
          refusedByClassValidator(body) || holdsBlank(body) || holdsListOfLists(body),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

function refusedByClassValidator(body: unknown): boolean {
  const instance = plainToInstance(Sample, structuredClone(body));
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length > 0;
}

/** Only white space where the rules say that a text is not empty. */
function holdsBlank(body: unknown): boolean {
  const { make, model, mark, marks, grounds } = body as Record<string, unknown>;
  const texts = [mark, ...[marks].flat()].map((one) => (one as { text?: unknown } | null | undefined)?.text);
  return [make, model, ...texts, ...[grounds].flat()].some(
    (text) => typeof text === 'string' && text.trim() === '',
  );
}

/** class-validator looks into a list inside a list; the rules say a list of objects. */
function holdsListOfLists(body: unknown): boolean {
  const { marks } = body as Record<string, unknown>;
  return Array.isArray(marks) && marks.some((item) => Array.isArray(item));
}

function values(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(values)]
    : [value];
}

function pathsOf(value: unknown): readonly string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

/** A copy with another value at the path; as it was when there is nothing to hold it. */
function changed(whole: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof whole !== 'object' || whole === null) return whole;
  if (Array.isArray(whole)) {
    const items: readonly unknown[] = whole;
    return items
      .map((item, index) => (String(index) === key ? changed(item, path, value) : item))
      .filter((item) => item !== undefined);
  }
  return { ...whole, [key]: changed((whole as Record<string, unknown>)[key], path, value) };
}
