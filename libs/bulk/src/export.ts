import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ApiProperty, type ApiResponseNoStatusOptions, getSchemaPath } from '@nestjs/swagger';
import { openObject } from '@vestigo/http';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { csvLine } from './csv-line';
import type { ExportedMatter } from './exported-matter';
import { headerOf, rowsOf } from './request-columns';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** In which form the matters of a desk leave in bulk. */
export class ExportQuery {
  @IsIn(EXPORT_FORMATS)
  readonly format!: ExportFormat;

  /** A byte order mark before the CSV, by which some spreadsheets know UTF-8. */
  @IsOptional()
  @IsBoolean()
  readonly bom?: boolean;
}

export interface ExportOf {
  readonly matters: AsyncIterable<ExportedMatter>;
  /** Paths of what a matter says about itself, for CSV. */
  readonly about: readonly string[];
  /** Of the file, without its ending. */
  readonly name: string;
}

/**
 * The matters as they come, never all at once; a failure on the way breaks the connection, so that no part passes for the whole.
 */
export function exportFile({ format, bom = false }: ExportQuery, { matters, about, name }: ExportOf) {
  const texts = format === 'csv' ? csvTexts(matters, about, bom) : jsonTexts(matters);
  return new StreamableFile(Readable.from(texts), {
    type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    disposition: `attachment; filename="${name}.${format}"`,
  });
}

async function* csvTexts(
  matters: AsyncIterable<ExportedMatter>,
  about: readonly string[],
  bom: boolean,
): AsyncGenerator<string> {
  yield `${bom ? '\uFEFF' : ''}${csvLine(headerOf(about))}`;
  for await (const matter of matters) yield rowsOf(matter.id, matter, about).map(csvLine).join('');
}

async function* jsonTexts(matters: AsyncIterable<ExportedMatter>): AsyncGenerator<string> {
  let before = '[';
  for await (const { form, about } of matters) {
    yield `${before}\n${JSON.stringify({ about, request: form })}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** One matter of an export in JSON. */
export class ExportedForm {
  @ApiProperty({
    ...openObject,
    description: 'Its id, its status and what it was answered; no import reads it.',
  })
  readonly about!: object;

  @ApiProperty({ ...openObject, description: 'What was asked, in the form in which it can be sent in.' })
  readonly request!: object;
}

/** How an export answers, for the description of the API. */
export const exportedAnswer: ApiResponseNoStatusOptions = {
  content: {
    'text/csv': { schema: { type: 'string' } },
    'application/json': { schema: { type: 'array', items: { $ref: getSchemaPath(ExportedForm) } } },
  },
};
