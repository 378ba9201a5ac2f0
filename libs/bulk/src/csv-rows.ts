import { CsvError, type CsvErrorCode, parse, type Parser } from 'csv-parse';
import { unreadable } from './unreadable';

export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Most characters that one row may have, whose cells may hold line breaks. */
const longestRow = 1024 * 1024;

/**
 * The rows of a CSV text (RFC 4180), read as it comes. Cells are divided by commas, or by semicolons where the first line has no
 * comma; rows without any text are left out. Throws `Unreadable` after the rows that stand before the fault.
 */
export async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let reader: CsvReader | undefined;
  try {
    for await (const text of lines) {
      reader ??= new CsvReader(text.includes(',') ? ',' : ';');
      await reader.write(text);
      yield* reader.taken();
    }
    await reader?.end();
  } catch (error) {
    if (!(error instanceof CsvError) || !reader) throw error;
    yield* reader.taken();
    throw unreadable(reader.line, remedies[error.code] ?? 'must be CSV (RFC 4180)');
  }
  if (reader) yield* reader.taken();
}

class CsvReader {
  /** At which the next row begins. */
  line = 1;
  readonly #parser: Parser;
  #rows: CsvRow[] = [];

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      max_record_size: longestRow,
      // Rows pass by the stream, which drops those that it has not given out yet when one cannot be read.
      on_record: (cells: readonly string[]) => {
        if (cells.some((cell) => cell !== '')) this.#rows.push({ line: this.line, cells });
        this.line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
        return null;
      },
    });
    // Whoever writes is told.
    this.#parser.on('error', () => undefined);
  }

  write(text: string): Promise<void> {
    return settled((done) => this.#parser.write(text, done));
  }

  end(): Promise<void> {
    return settled((done) => this.#parser.end(done));
  }

  taken(): readonly CsvRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

const settled = (ask: (done: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => {
    ask((error) => {
      if (error) reject(error);
      else resolve();
    });
  });

/** The parser's own sentences quote what they could not read. */
const remedies: Readonly<Partial<Record<CsvErrorCode, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'must close the quote that a cell of this row opens',
  CSV_INVALID_CLOSING_QUOTE:
    'must double a quote within a quoted cell, and end the cell after the closing one',
  INVALID_OPENING_QUOTE: 'must put the whole cell in quotes where it holds a quote, and double that one',
  CSV_MAX_RECORD_SIZE: `must have at most ${String(longestRow)} characters, or close the quote that a cell of this row opens`,
};
