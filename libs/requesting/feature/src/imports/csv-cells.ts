import { type Column, valueIn } from './csv-columns';

/** A cell that says something, under its column. */
export interface Said {
  readonly column: Column;
  readonly cell: string;
}

/** The object that cells make, and which column gave the value at each JSON pointer. */
export interface Made {
  readonly value: object;
  readonly columns: ReadonlyMap<string, string>;
}

interface Node {
  readonly parts: Map<string, Node>;
  said?: Said;
}

export function madeOf(said: readonly Said[]): Made {
  const root: Node = { parts: new Map() };
  for (const one of said) one.column.path.reduce(partOf, root).said = one;
  const columns = new Map<string, string>();
  const value = valueOf(root, '', columns);
  return { value: typeof value === 'object' && value !== null ? value : {}, columns };
}

function partOf({ parts }: Node, name: string): Node {
  const part = parts.get(name) ?? { parts: new Map<string, Node>() };
  parts.set(name, part);
  return part;
}

/** Places of a list that no cell fills do not count: the others move up. */
function valueOf({ parts, said }: Node, pointer: string, columns: Map<string, string>): unknown {
  if (said) {
    columns.set(pointer, said.column.name);
    return valueIn(said.cell, said.column.field);
  }
  const isList = parts.size > 0 && [...parts.keys()].every((name) => /^\d+$/.test(name));
  if (!isList) {
    const fields = [...parts].map(
      ([name, part]) => [name, valueOf(part, `${pointer}/${name}`, columns)] as const,
    );
    return Object.fromEntries(fields);
  }
  const places = [...parts].toSorted(([one], [other]) => Number(one) - Number(other));
  return places.map(([, part], index) => valueOf(part, `${pointer}/${String(index)}`, columns));
}

/** The column of the value at a pointer, or of the value that holds it. */
export function columnAt(columns: ReadonlyMap<string, string>, pointer: string): string | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const column = columns.get(at);
    if (column !== undefined) return column;
  }
  return undefined;
}

/** The column that a value would have stood in. */
export const columnFor = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
