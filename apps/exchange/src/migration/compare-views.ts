import { createHash } from 'node:crypto';
import { STATE_CODES } from '@vestigo/states';
import type { Finding } from './finding';
import type { Reading, Table } from './reading';

/** Compares the rows of every view, and the clock of every desk. Both must be folded to the end. */
export async function compareViews(source: Reading, target: Reading): Promise<readonly Finding[]> {
  const tables = source.tables.flatMap((table, index) => {
    const other = target.tables[index];
    return other ? [compared(`View ${table.name}`, rowsOf(table), rowsOf(other))] : [];
  });
  const [clocks, others] = await Promise.all([deskClocksOf(source), deskClocksOf(target)]);
  return [...tables, compared('Desk clocks', clocks, others)];
}

/** Compares line by line; `name` says where two differ. */
export function compared(what: string, source: Iterable<string>, target: Iterable<string>): Finding {
  const [left, right] = [new Lines(), new Lines()];
  const others = target[Symbol.iterator]();
  let first: string | undefined;
  const compare = (line: string | undefined, other: string | undefined) => {
    if (line !== undefined) left.add(line);
    if (other !== undefined) right.add(other);
    if (line !== other) first ??= beginningOf(line ?? other ?? '');
  };
  for (const line of source) {
    const other = others.next();
    compare(line, other.done ? undefined : other.value);
  }
  for (let other = others.next(); !other.done; other = others.next()) compare(undefined, other.value);
  return { what, source: left.text(), target: right.text(), first };
}

/** SHA-256 over lines, and how many there were. */
export class Lines {
  readonly #hash = createHash('sha256');
  #count = 0;

  add(line: string): void {
    this.#hash.update(`${line}\n`);
    this.#count += 1;
  }

  text(noun = 'rows'): string {
    return `${String(this.#count)} ${noun}, SHA-256 ${this.#hash.digest('hex')}`;
  }
}

const rowsAPage = 5000;

/** The place of a row in the log is another one in each store; what counts is the order that it gives. */
function* rowsOf({ name, view, order }: Table): Generator<string, void> {
  for (let from = 0; ; from += rowsAPage) {
    const rows = view.all<Readonly<Record<string, unknown>>>(
      `SELECT * FROM ${name} ORDER BY ${order} LIMIT ? OFFSET ?`,
      rowsAPage,
      from,
    );
    for (const { place: _, ...row } of rows) yield JSON.stringify(row);
    if (rows.length < rowsAPage) return;
  }
}

async function deskClocksOf({ deskClock }: Reading): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const state of STATE_CODES) lines.push(JSON.stringify([state, await deskClock(state)]));
  return lines;
}

const beginningOf = (line: string) => (line.length > 200 ? `${line.slice(0, 200)}…` : line);
