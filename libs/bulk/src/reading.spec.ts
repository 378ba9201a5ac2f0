import fc from 'fast-check';
import { csvLine } from './csv-line';
import { csvRows } from './csv-rows';
import { jsonArrayTexts, ndjsonTexts } from './json-texts';
import { textLines } from './text-lines';
import { Unreadable } from './unreadable';

/** The bytes of a text in pieces of so many. */
async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function allOf<One>(reading: AsyncIterable<One>): Promise<readonly One[]> {
  const all: One[] = [];
  for await (const one of reading) all.push(one);
  return all;
}

async function faultsIn(reading: AsyncIterable<unknown>): Promise<readonly object[]> {
  try {
    await allOf(reading);
  } catch (error) {
    if (error instanceof Unreadable) return error.faults;
    throw error;
  }
  return [];
}

const rowsIn = (text: string | Uint8Array, size?: number) => csvRows(textLines(pieces(text, size), 200));
const elementsIn = (text: string | Uint8Array, size?: number) => jsonArrayTexts(pieces(text, size), 200);

describe('CSV', () => {
  test('rows say at which line they begin, also after cells of several lines', async () => {
    const text = 'a,b\r\n"one\r\ntwo",3\r\n\r\n4,"5 ""x"""\r\n';
    expect(await allOf(rowsIn(text))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\r\ntwo', '3'] },
      { line: 5, cells: ['4', '5 "x"'] },
    ]);
  });

  test('whatever was written is read, however its bytes come in', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 });
    const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 40 }), async (table, size) => {
        const written = [['a', 'b', 'c'], ...table];
        const rows = await allOf(rowsIn(written.map(csvLine).join(''), size));
        expect(rows.map(({ cells }) => cells)).toEqual(
          written.filter((cells) => cells.some((one) => one !== '')),
        );
      }),
    );
  });

  test('semicolons divide cells where the first line has no comma, and a byte order mark is none of it', async () => {
    expect(await allOf(rowsIn('\uFEFFa;b\n1,5;2\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '2'] },
    ]);
  });

  test('what cannot be read is told by its line, never by what it says', async () => {
    expect(await faultsIn(rowsIn('a,b\n1,2\n"AB1234,2\n3,4\n'))).toEqual([
      { line: 3, remedy: 'must close the quote that a cell of this row opens' },
    ]);
    expect(await faultsIn(rowsIn('a,b\n1,"2"3\n'))).toEqual([
      { line: 2, remedy: 'must double a quote within a quoted cell, and end the cell after the closing one' },
    ]);
    expect(await faultsIn(rowsIn(`a,b\n${'1'.repeat(300)},2\n`))).toEqual([
      { line: 2, remedy: 'must have at most 200 bytes' },
    ]);
    expect(await faultsIn(rowsIn(Buffer.from('a,b\n\n1,\xe9\n', 'latin1')))).toEqual([
      { line: 3, remedy: 'must be UTF-8: save the file with this encoding' },
    ]);
  });
});

describe('JSON', () => {
  test('elements of an array are divided, however its bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 1),
        async (values, size, indent) => {
          const text = JSON.stringify(values, undefined, indent);
          const elements = await allOf(jsonArrayTexts(pieces(text, size), 10_000));
          expect(elements.map((element): unknown => JSON.parse(element.text))).toEqual(
            JSON.parse(text) as unknown,
          );
        },
      ),
    );
  });

  test('elements say at which line they begin', async () => {
    const elements = await allOf(elementsIn('\uFEFF[\n{"a":\n1},\n2]\n'));
    expect(elements.map(({ line }) => line)).toEqual([2, 4]);
  });

  test.each([
    ['{"a":1}', 1, 'must be one JSON array and nothing else'],
    ['[1]\n[2]', 2, 'must be one JSON array and nothing else'],
    ['[1,\n2', 2, 'must be one JSON array that is closed'],
    ['', 1, 'must be one JSON array that is closed'],
    ['[1,,2]', 1, 'must hold a value before and after each comma'],
    ['[1,\n]', 2, 'must hold a value before and after each comma'],
    [`[1,\n"${'x'.repeat(300)}"]`, 2, 'must have at most 200 bytes'],
  ])('%j cannot be divided', async (text, line, remedy) => {
    expect(await faultsIn(elementsIn(text))).toEqual([{ line, remedy }]);
  });

  test('each line of NDJSON is a value', async () => {
    expect(await allOf(ndjsonTexts(textLines(pieces('{"a":1}\n\n2\n'), 200)))).toEqual([
      { line: 1, text: '{"a":1}\n' },
      { line: 3, text: '2\n' },
    ]);
  });
});
