import type { View } from '@vestigo/kernel';
import type { DocketSubject } from './docket.projection';

export interface UnchangedQuery<Status extends string> {
  /** Only the docket of this State. */
  readonly state: string;
  readonly status: Status;
  /** Last change of status at or before this instant. */
  readonly until: number;
  readonly limit: number;
}

/** Matters that have kept their status for long, the longest first, page by page; history that was taken over is left out. */
export function* unchangedLines<Status extends string>(
  view: View,
  { name }: Pick<DocketSubject<Status, never>, 'name'>,
  { state, status, until, limit }: UnchangedQuery<Status>,
): Generator<string> {
  const page = `SELECT id, changed_at FROM ${name}
    WHERE desk = ? AND status = ? AND changed_at <= ? AND (changed_at, id) > (?, ?) AND imported = 0
    ORDER BY changed_at, id LIMIT ?`;
  for (let last: Row = { id: '', changed_at: Number.MIN_SAFE_INTEGER }; ;) {
    const rows = view.all<Row>(page, state, status, until, last.changed_at, last.id, limit);
    for (const { id } of rows) yield id;
    const end = rows.at(-1);
    if (!end || rows.length < limit) return;
    last = end;
  }
}

interface Row {
  readonly id: string;
  readonly changed_at: number;
}
