import { csvLine, ITEM_COLUMNS, REQUEST_COLUMNS } from '@vestigo/bulk';

/** Lists that an officer fills in place by place; further places take a column each. */
const spread: Readonly<Record<string, readonly string[]>> = {
  priorChecks: [
    'priorChecks.1.register',
    'priorChecks.1.result',
    'priorChecks.1.on',
    'priorChecks.1.remarks',
  ],
  importMarks: ['importMarks.1.country', 'importMarks.1.year', 'importMarks.1.text'],
  otherMarks: ['otherMarks.1.kind', 'otherMarks.1.text', 'otherMarks.1.location'],
  partSerials: ['partSerials.1.asObserved', 'partSerials.1.part', 'partSerials.1.condition'],
  'headstamp.marks': ['headstamp.marks.1.clock', 'headstamp.marks.1.text'],
  packaging: ['packaging.1.kind', 'packaging.1.lot', 'packaging.1.quantity'],
};

/** What only a program would fill in. */
const leftOut = new Set(['number', 'photographs', 'serial.uncertainPositions']);

const shown = (columns: readonly string[]) =>
  columns.filter((name) => !leftOut.has(name)).flatMap((name) => spread[name] ?? [name]);

/** The first row of a file of many requests. */
export const TEMPLATE = csvLine([
  'request',
  ...shown(REQUEST_COLUMNS),
  ...shown(ITEM_COLUMNS).map((name) => `item.${name}`),
]);
