import { hash } from 'node:crypto';
import type { FileForm } from './drafts-in';
import type { ReportedFault } from './judge';

/** `dry-run` sends nothing, `all-or-nothing` only where nothing is wrong, `valid-only` what nothing is wrong with. */
export const IMPORT_MODES = ['dry-run', 'all-or-nothing', 'valid-only'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export const IMPORT_STATUSES = ['checking', 'sending', 'checked', 'turned-down', 'sent'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What was handed in. */
export interface TakenFile {
  readonly id: string;
  /** The State whose desk it is, ISO 3166-1 alpha-3. */
  readonly state: string;
  readonly actor: string;
  readonly mode: ImportMode;
  readonly form: FileForm;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
}

/** How far the work on a file is: a place to go on from, and no more. What was sent stands in the log. */
export interface ImportState extends TakenFile {
  readonly status: ImportStatus;
  readonly rows: number;
  readonly requests: number;
  /** Requests that have a fault. */
  readonly faulty: number;
  /** All faults; fewer may be listed. */
  readonly faults: number;
  readonly sent: number;
  /** Requests that were not sent, for their faults. */
  readonly skipped: number;
  readonly endedAt?: string;
}

export const isUnderWay = ({ status }: Pick<ImportState, 'status'>): boolean =>
  status === 'checking' || status === 'sending';

/** The faults that are listed. */
export const MOST_LISTED = 1000;
export type ImportReport = readonly ReportedFault[];

export const begun = (taken: TakenFile): ImportState => ({ ...taken, status: 'checking', ...nothingYet });

export const nothingYet = { rows: 0, requests: 0, faulty: 0, faults: 0, sent: 0, skipped: 0 };

/**
 * The id of a request of an import, the same whenever the file is read again: so one that was sent before is not sent twice. It takes its
 * time from the id of the import where that is a UUIDv7, as ids should grow with time.
 */
export function requestIdIn(importId: string, key: string): string {
  const digest = hash('sha256', `${importId}\n${key}`, 'hex');
  const isTimed = importId.charAt(14) === '7';
  const time = isTimed ? importId.slice(0, 13) : `${digest.slice(0, 8)}-${digest.slice(8, 12)}`;
  const variant = ((Number.parseInt(digest.charAt(15), 16) & 0x3) | 0x8).toString(16);
  const version = isTimed ? '7' : '8';
  return `${time}-${version}${digest.slice(12, 15)}-${variant}${digest.slice(16, 19)}-${digest.slice(19, 31)}`;
}
