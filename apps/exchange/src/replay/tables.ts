import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stateOfAlpha2 } from '@vestigo/states';

/** What one State reported of its requests to another in one year; null where nothing was reported. */
export interface SourceCell {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly year: number;
  readonly requests: number | null;
  readonly accepted: number | null;
  readonly refused: number | null;
}

/** A table that is missing or cannot be read; says which, where and what it must be. */
export class UnreadableTable extends Error {}

const requestTable = 'dublinOutR.csv';
const decisionTable = 'decisionDublinOut.csv';

/** Rows of these are sums of others, and left out. */
const aggregates: ReadonlySet<string> = new Set(['EU28', 'EFTA', 'TOTAL']);

/**
 * Reads the requests and decisions that requesting States reported: `dublinOutR.csv` and `decisionDublinOut.csv`, either of
 * them also as `.gz`. `geo` is the State that reports, `partner` the State asked, `time` the last day of the year.
 * Throws `UnreadableTable`.
 */
export function readTables(folder: string): readonly SourceCell[] {
  const cells = new Map<string, { -readonly [Field in keyof SourceCell]: SourceCell[Field] }>();
  const cellOf = ({ requestingState, respondingState, year }: Row) => {
    const key = `${requestingState} ${respondingState} ${String(year)}`;
    const known = cells.get(key);
    if (known) return known;
    const made = { requestingState, respondingState, year, requests: null, accepted: null, refused: null };
    cells.set(key, made);
    return made;
  };
  for (const row of rowsOf(folder, requestTable)) cellOf(row).requests = row.value;
  for (const row of rowsOf(folder, decisionTable)) {
    if (row.decision === 'ACC') cellOf(row).accepted = row.value;
    if (row.decision === 'REF') cellOf(row).refused = row.value;
  }
  return [...cells.values()];
}

interface Row {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly year: number;
  readonly value: number;
  readonly decision: string | undefined;
}

const line = /^"([A-Z0-9]+)","([A-Z0-9]+)",(\d{4})-12-31,(\d+)(?:,"([A-Z]+)")?$/;

function rowsOf(folder: string, name: string): readonly Row[] {
  const [header, ...lines] = textOf(folder, name).trimEnd().split(/\r?\n/);
  if (!header?.startsWith('"partner","geo","time","values"')) {
    throw new UnreadableTable(`${name}: the first line must name the columns partner, geo, time and values.`);
  }
  return lines.flatMap((text, index) => rowOf(text, `${name}, line ${String(index + 2)}`));
}

function rowOf(text: string, place: string): readonly Row[] {
  const [, partner, geo, year, value, decision] = line.exec(text) ?? [];
  if (partner === undefined || geo === undefined) {
    throw new UnreadableTable(
      `${place}: expected "partner","geo",year-12-31,count and perhaps "decision", found ${text}`,
    );
  }
  if (aggregates.has(partner) || aggregates.has(geo)) return [];
  const [requestingState, respondingState] = [stateOfAlpha2(geo), stateOfAlpha2(partner)];
  if (requestingState === undefined || respondingState === undefined) {
    throw new UnreadableTable(`${place}: ${geo} or ${partner} is no State that is known here.`);
  }
  return [{ requestingState, respondingState, year: Number(year), value: Number(value), decision }];
}

function textOf(folder: string, name: string): string {
  const plain = join(folder, name);
  if (existsSync(plain)) return readFileSync(plain, 'utf8');
  const packed = `${plain}.gz`;
  if (existsSync(packed)) return gunzipSync(readFileSync(packed)).toString('utf8');
  throw new UnreadableTable(`${folder} holds neither ${name} nor ${name}.gz.`);
}
