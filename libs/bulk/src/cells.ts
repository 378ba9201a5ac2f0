/** What makes a spreadsheet take a cell for a formula, in either width. */
const active = '[=+\\-@\\t\\r\\n＝＋－＠]';
const dangerous = new RegExp(`^(?:${active}|')`);
const defused = new RegExp(`^'(?=${active}|')`);

/** A text as a cell that no spreadsheet runs: an apostrophe stands before whatever could begin a formula, and before an apostrophe. */
export const guarded = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** The text of a cell: undoes `guarded`, and nothing else. */
export const unguarded = (cell: string): string => cell.replace(defused, '');

const divider = '|';

/** A list in one cell: texts divided by bars; what is no such list, as JSON. */
export function joined(list: readonly unknown[]): string {
  const isPlain = list.every((one) => typeof one === 'string' && one !== '' && !one.includes(divider));
  const cell = isPlain ? list.join(divider) : '';
  return cell === '' || cell.startsWith('[') ? JSON.stringify(list) : cell;
}

/** What `joined` put into a cell; the text itself where it looks like JSON and is none. */
export function divided(cell: string): unknown {
  if (!cell.startsWith('[')) return cell.split(divider);
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** A value as a cell; nothing where there is none. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return guarded(value);
  if (Array.isArray(value)) return guarded(joined(value));
  return guarded(JSON.stringify(value));
}

/** What stands in an object under names divided by dots. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((held, name) => (isRecord(held) ? held[name] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
