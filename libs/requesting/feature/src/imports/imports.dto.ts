import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FILE_FORMS, type FileForm } from './drafts-in';
import {
  IMPORT_MODES,
  IMPORT_STATUSES,
  type ImportMode,
  type ImportStatus,
  MOST_LISTED,
} from './import-state';

export class ImportQuery {
  @IsOptional()
  @IsIn(IMPORT_MODES)
  readonly mode: ImportMode = 'dry-run';
}

export class ImportFault {
  @ApiProperty({ type: 'integer', description: 'Of the file, counted from 1.' })
  readonly line!: number;

  @ApiPropertyOptional({ description: 'Of CSV: its name, or its place where the name is not known.' })
  readonly column?: string;

  @ApiProperty({ description: 'JSON pointer into the request; empty for the whole.' })
  readonly pointer!: string;

  @ApiProperty({ description: 'What kind of value stands there, never the value.' })
  readonly found!: string;

  @ApiProperty({ description: 'What is asked of it.' })
  readonly remedy!: string;
}

/** How far an import is. */
export class ImportSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: IMPORT_MODES })
  readonly mode!: ImportMode;

  @ApiProperty({
    enum: IMPORT_STATUSES,
    description:
      '`checking` and `sending` go on by themselves, also after a restart; the others are the end.',
  })
  readonly status!: ImportStatus;

  @ApiProperty({ enum: FILE_FORMS })
  readonly mediaType!: FileForm;

  @ApiProperty({ type: 'integer' })
  readonly bytes!: number;

  @ApiProperty({ format: 'date-time' })
  readonly takenAt!: string;

  @ApiPropertyOptional({ format: 'date-time' })
  readonly endedAt?: string;

  @ApiProperty({ type: 'integer', description: 'Rows or records read so far.' })
  readonly rows!: number;

  @ApiProperty({ type: 'integer' })
  readonly requests!: number;

  @ApiProperty({ type: 'integer', description: 'Requests that have a fault.' })
  readonly faulty!: number;

  @ApiProperty({ type: 'integer', description: 'All faults.' })
  readonly faults!: number;

  @ApiProperty({ type: 'integer' })
  readonly sent!: number;

  @ApiProperty({ type: 'integer', description: 'Requests that were not sent, for their faults.' })
  readonly skipped!: number;
}

export class ImportProgress extends ImportSummary {
  @ApiProperty({
    type: [ImportFault],
    maxItems: MOST_LISTED,
    description: 'The first faults by their lines, once all are known; while it is sent, more may come.',
  })
  readonly report!: readonly ImportFault[];
}

export class ImportPage {
  @ApiProperty({ type: [ImportSummary] })
  readonly items!: readonly ImportSummary[];

  @ApiProperty({ type: String, nullable: true })
  readonly next!: string | null;
}
