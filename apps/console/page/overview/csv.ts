export type Field = string | number | null | undefined;

/** RFC 4180. What is not known is empty, which is not 0; what a spreadsheet would take for a formula stands as text. */
export function csvOf(columns: readonly string[], lines: readonly (readonly Field[])[]): string {
  return [columns, ...lines].map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: Field): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value ?? ''}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
