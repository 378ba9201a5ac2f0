import { createReadStream } from 'node:fs';
import { csvRows, jsonArrayTexts, ndjsonTexts, textLines } from '@vestigo/bulk';
import { BODY_LIMIT } from '@vestigo/http';
import { csvDrafts } from './csv-drafts';
import type { Draft } from './draft';
import { jsonDrafts } from './json-drafts';

/** By media type: what a file of many requests may be. */
export const FILE_FORMS = ['text/csv', 'application/x-ndjson', 'application/json'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

export const isFileForm = (type: string): type is FileForm => FILE_FORMS.some((form) => form === type);

/** Every request that a file holds, in order, read as they are asked for. Throws `Unreadable` where it cannot be read on. */
export function draftsIn(file: string, form: FileForm): AsyncGenerator<Draft> {
  const chunks = createReadStream(file);
  switch (form) {
    case 'text/csv':
      return csvDrafts(csvRows(textLines(chunks, BODY_LIMIT)));
    case 'application/x-ndjson':
      return jsonDrafts(ndjsonTexts(textLines(chunks, BODY_LIMIT)));
    case 'application/json':
      return jsonDrafts(jsonArrayTexts(chunks, BODY_LIMIT));
  }
}
