import { divided, type FileFault, ITEM_COLUMNS, REQUEST_COLUMNS, unguarded, Unreadable } from '@vestigo/bulk';
import { type JsonSchema, schemaOf } from '@vestigo/http';
import { SubmitRequestDto } from '../request-content.dto';

/** What a column of the file means. */
export interface Column {
  readonly name: string;
  /** `group`: says which rows are one request; `nothing`: what an export says about its matters. */
  readonly of: 'request' | 'item' | 'group' | 'nothing';
  readonly path: readonly string[];
  readonly field: JsonSchema;
}

const {
  items: itemList,
  arm: _,
  closesParent: __,
  ...requestFields
} = schemaOf(SubmitRequestDto).properties ?? {};
const request: JsonSchema = { type: 'object', properties: requestFields };
const kinds = itemList?.items?.oneOf ?? [];
const item: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(kinds.flatMap(({ properties = {} }) => Object.entries(properties))),
};

/** The columns that a first row names. Throws `Unreadable` with every fault: no row can be read without its columns. */
export function columnsIn(names: readonly string[], line: number): readonly Column[] {
  const columns = names.map((name) => columnNamed(name.trim()));
  const faults = columns.flatMap((column, index) => faultOf(column, index, columns, names, line));
  if (faults.length > 0) throw new Unreadable(faults);
  return columns.flatMap((column) => column ?? []);
}

/** The value that a cell stands for; a text that is no such value stays, and the rules say what is wanted. */
export function valueIn(cell: string, { type, items }: JsonSchema): unknown {
  const text = unguarded(cell);
  if (type === 'array') return items?.type === 'object' && !text.startsWith('[') ? text : divided(text);
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  if (type !== 'number' && type !== 'integer') return text;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

function columnNamed(name: string): Column | undefined {
  if (name === 'request') return { name, of: 'group', path: [], field: {} };
  if (name.startsWith('about.')) return { name, of: 'nothing', path: [], field: {} };
  const [first = '', ...rest] = name.split('.');
  const of = first === 'item' ? 'item' : 'request';
  const path = of === 'item' ? rest : [first, ...rest];
  const field = fieldAt(path, of === 'item' ? item : request);
  return field && path.length > 0 ? { name, of, path, field } : undefined;
}

/** A list takes a whole cell, or a column for each of its places, counted from 1. */
function fieldAt([name, ...rest]: readonly string[], schema: JsonSchema): JsonSchema | undefined {
  if (name === undefined) return schema.properties ? undefined : schema;
  if (schema.items) {
    const isPlace = /^[1-9]\d{0,2}$/.test(name) && Number(name) <= (schema.maxItems ?? 1);
    return isPlace ? fieldAt(rest, schema.items) : undefined;
  }
  const { properties = {} } = schema;
  const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return field && fieldAt(rest, field);
}

/** A name is told by its place: where the first row is missing, it is somebody's serial number. */
function faultOf(
  column: Column | undefined,
  index: number,
  columns: readonly (Column | undefined)[],
  names: readonly string[],
  line: number,
): readonly FileFault[] {
  const place = { line, column: `column ${String(index + 1)}` };
  if (!column) {
    const meant = likeliest(names[index] ?? '');
    const remedy = 'must be a column of the template, which the first row names';
    return [{ ...place, remedy: meant === undefined ? remedy : `${remedy}: ${meant} is one` }];
  }
  if (column.of === 'nothing') return [];
  const before = columns.slice(0, index).find((other) => other && overlap(other.name, column.name));
  return before ? [{ ...place, remedy: `must not say what ${before.name} says already` }] : [];
}

const overlap = (one: string, other: string) =>
  `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);

const known = [...REQUEST_COLUMNS, ...ITEM_COLUMNS.map((name) => `item.${name}`)];
const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const likeliest = (name: string): string | undefined =>
  known.find((one) => letters(one) === letters(name)) ??
  known.find((one) => letters(one) === `item${letters(name)}`);
