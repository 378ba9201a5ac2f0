import type { CsvRow } from '@vestigo/bulk';
import type { Fault } from '@vestigo/kernel';
import { columnAt, columnFor, type Made, madeOf, type Said } from './csv-cells';
import { type Column, columnsIn } from './csv-columns';
import type { Draft, Place } from './draft';
import { SeenKeys } from './seen-keys';

/** A request has no more items; the rules say so of one that has one too many. */
const mostItems = 501;

interface Row {
  readonly line: number;
  readonly group: string;
  readonly request: readonly Said[];
  readonly item: readonly Said[];
  readonly faults: readonly (Fault & Place)[];
}

/**
 * The requests of CSV rows: rows that follow each other and say the same under `request` are one request of several items, a row that
 * says nothing there is one by itself. Holds the rows of one request. Throws `Unreadable`.
 */
export async function* csvDrafts(rows: AsyncGenerator<CsvRow>): AsyncGenerator<Draft> {
  const header = await rows.next();
  if (header.done) return;
  const columns = columnsIn(header.value.cells, header.value.line);
  const seen = new SeenKeys();
  let together: Row[] = [];
  let count = 0;
  for await (const given of rows) {
    const row = rowOf(given, columns);
    const [first] = together;
    if (first && (row.group === '' || row.group !== first.group)) {
      yield draftOf(together, count, seen);
      [together, count] = [[], 0];
    }
    if (together.length < mostItems) together.push(row);
    count += 1;
  }
  if (together.length > 0) yield draftOf(together, count, seen);
}

function rowOf({ line, cells }: CsvRow, columns: readonly Column[]): Row {
  const said = columns.flatMap((column, index): readonly Said[] => {
    const cell = cells[index] ?? '';
    return cell === '' ? [] : [{ column, cell }];
  });
  const of = (part: Column['of']) => said.filter(({ column }) => column.of === part);
  const wanted = `must have ${String(columns.length)} cells, as the first row has`;
  return {
    line,
    group: of('group')[0]?.cell ?? '',
    request: of('request'),
    item: of('item'),
    faults: cells.length === columns.length ? [] : [{ line, pointer: '', detail: wanted }],
  };
}

function draftOf(rows: readonly Row[], count: number, seen: SeenKeys): Draft {
  const [first] = rows;
  if (!first) throw new Error('A request has rows.');
  const { group, line } = first;
  const request = madeOf(first.request);
  const items = rows.map((row) => madeOf(row.item));
  const isNew = group === '' || seen.add(group);
  const apart = { line, column: 'request', pointer: '', detail: 'must stand in rows that follow each other' };
  return {
    key: group === '' ? `line ${String(line)}` : `request ${group}`,
    line,
    rows: count,
    form: { ...request.value, items: items.map(({ value }) => value) },
    faults: [
      ...(isNew ? [] : [apart]),
      ...rows.flatMap(({ faults }) => faults),
      ...rows.slice(1).flatMap((row) => contradictions(row, first)),
    ],
    placeOf: (pointer) => placeIn(pointer, rows, request, items),
  };
}

function contradictions(row: Row, first: Row): readonly (Fault & Place)[] {
  const detail = `must be empty, or say what line ${String(first.line)} says`;
  return row.request.flatMap(({ column, cell }) => {
    const isSame = first.request.some((one) => one.column === column && one.cell === cell);
    return isSame
      ? []
      : [{ line: row.line, column: column.name, pointer: `/${column.path.join('/')}`, detail }];
  });
}

function placeIn(pointer: string, rows: readonly Row[], request: Made, items: readonly Made[]): Place {
  const [, number, within] = /^\/items\/(\d+)(.*)$/.exec(pointer) ?? [];
  const line = (rows[Number(number ?? 0)] ?? rows[0])?.line ?? 0;
  if (number === undefined || within === undefined) {
    if (pointer === '' || pointer === '/items') return { line };
    return { line, column: columnAt(request.columns, pointer) ?? columnFor(pointer) };
  }
  if (within === '') return { line };
  const { columns } = items[Number(number)] ?? { columns: new Map<string, string>() };
  return { line, column: columnAt(columns, within) ?? `item.${columnFor(within)}` };
}
