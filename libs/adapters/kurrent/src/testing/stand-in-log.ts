import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

export interface Proposal {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  /** Base64. */
  readonly data: string;
  readonly metadata: string;
}

export interface LogRecord extends Proposal {
  /** Where it stands in the log: bytes, so with gaps. */
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** In ms; never before the one that stands in front of it. */
  readonly created: number;
}

export type AppendOutcome =
  | { readonly revision: number; readonly position: number }
  /** The revision that the stream has instead, -1 when there is none. */
  | { readonly wrong: number };

type Line = readonly [stream: string, created: number, proposals: readonly Proposal[]];

const recordHead = 96;

/** What a server keeps: one log, its streams, and records of its own between those of its users. */
export class StandInLog {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #listeners = new Set<(record: LogRecord) => void>();
  readonly #file: number | undefined;
  #end = 0;

  /** Appends live in `file` as well, a line each, when one is given: a stand-in that was killed goes on from there. */
  constructor(file?: string) {
    this.#write('$settings', 0, [own('$system-start')]);
    if (file === undefined) return;
    for (const [stream, created, proposals] of existsSync(file) ? linesOf(file) : []) {
      this.#commit(stream, created, proposals);
    }
    this.#file = openSync(file, 'a');
  }

  /** Checks as the server does when a revision is expected: the same ids at the same place are the same append. */
  append(stream: string, expected: number | 'any', proposals: readonly Proposal[]): AppendOutcome {
    const there = this.stream(stream);
    const current = there.length - 1;
    if (expected !== 'any' && expected !== current) {
      const first = there.slice(expected + 1, expected + 1 + proposals.length);
      const last = first.at(-1);
      const same =
        first.length === proposals.length && first.every(({ id }, index) => id === proposals[index]?.id);
      return same && last ? { revision: last.revision, position: last.position } : { wrong: current };
    }
    const created = Math.max(Date.now(), this.records.at(-1)?.created ?? 0);
    if (this.#file !== undefined) {
      const line: Line = [stream, created, proposals];
      writeSync(this.#file, `${JSON.stringify(line)}\n`);
    }
    const last = this.#commit(stream, created, proposals);
    return { revision: last.revision, position: last.position };
  }

  stream(name: string): readonly LogRecord[] {
    return this.#streams.get(name) ?? [];
  }

  /**
   * What a read of a stream shows: the last `$maxCount` records when the stream's metadata, the last record of `$$<stream>`, say so.
   * The log of all streams still has the others, as a server does until it scavenges.
   */
  kept(name: string): readonly LogRecord[] {
    const metadata = this.stream(`$$${name}`).at(-1);
    const most = metadata && (JSON.parse(atob(metadata.data)) as { readonly $maxCount?: number }).$maxCount;
    return most === undefined ? this.stream(name) : this.stream(name).slice(-most);
  }

  /** Index of the first record that stands at `position` or behind it. */
  indexAt(position: number): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle]?.position ?? Infinity) >= position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  onRecord(listener: (record: LogRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }

  #commit(stream: string, created: number, proposals: readonly Proposal[]): LogRecord {
    const last = this.#write(stream, created, proposals);
    // As a server with its projections on: a link for every other append, statistics now and then.
    if (this.records.length % 2 === 0) this.#write('$ce-links', created, [own('$>')]);
    if (this.records.length % 7 === 0)
      this.#write('$stats-127.0.0.1:2113', created, [own('$statsCollected')]);
    return last;
  }

  #write(stream: string, created: number, proposals: readonly Proposal[]): LogRecord {
    const there = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, there);
    const written = proposals.map((proposal) => {
      const record = { ...proposal, position: this.#end, stream, revision: there.length, created };
      this.#end += recordHead + proposal.type.length + proposal.data.length + proposal.metadata.length;
      there.push(record);
      this.records.push(record);
      return record;
    });
    for (const record of written) for (const listener of this.#listeners) listener(record);
    const last = written.at(-1);
    if (!last) throw new RangeError('an append holds at least one event');
    return last;
  }
}

function own(type: string): Proposal {
  const id = '00000000-0000-4000-8000-000000000000';
  return { id, type, contentType: 'application/json', data: btoa('{}'), metadata: '' };
}

/** The last line may be torn: it is complete only with its line feed. */
function linesOf(file: string): readonly Line[] {
  const text = readFileSync(file);
  const whole = text.lastIndexOf('\n') + 1;
  if (whole < text.length) truncateSync(file, whole);
  return text
    .subarray(0, whole)
    .toString()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}
