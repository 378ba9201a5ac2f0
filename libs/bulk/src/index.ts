export { divided, unguarded } from './cells';
export { csvLine } from './csv-line';
export { type CsvRow, csvRows } from './csv-rows';
export * from './export';
export { type JsonText, jsonArrayTexts, ndjsonTexts } from './json-texts';
export { REPLY_COLUMNS, repliesAbout, repliesOn, type ShownReplies } from './replies-about';
export { type Exported, headerOf, ITEM_COLUMNS, REQUEST_COLUMNS, rowsOf } from './request-columns';
export { textLines } from './text-lines';
export { type FileFault, Unreadable } from './unreadable';
