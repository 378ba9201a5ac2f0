import { setImmediate as others } from 'node:timers/promises';
import { type FileFault, Unreadable } from '@vestigo/bulk';
import type { KnownPhotographs } from '@vestigo/http';
import type { Instant } from '@vestigo/kernel';
import { asksOnTrails } from '@vestigo/requesting/domain';
import type { TrailOf } from '../trails';
import type { Draft } from './draft';
import { type ImportReport, type ImportState, MOST_LISTED, nothingYet, requestIdIn } from './import-state';
import { askedInFile, type Judged, judged, type ReportedFault } from './judge';
import { SeenKeys } from './seen-keys';

export interface Checked {
  readonly counts: Pick<ImportState, 'rows' | 'requests' | 'faulty' | 'faults'>;
  readonly report: ImportReport;
  /** Whether the file could be read to its end: if not, nothing of it is sent. */
  readonly isWhole: boolean;
}

export interface CheckParts {
  readonly drafts: AsyncIterable<Draft>;
  readonly now: () => Instant;
  readonly trailOf: TrailOf;
  readonly photographs: KnownPhotographs;
  readonly reviewRequired: boolean;
  readonly signal: AbortSignal;
  /** Told now and then how far the check is. */
  readonly reached: (counts: Checked['counts']) => Promise<void>;
}

/** Requests between two looks at what else there is to do. */
const stride = 500;
/** Milliseconds between two notes of how far it is, for whoever looks on. */
const noted = 500;

/** Asks every rule of every request in a file. Holds one request and the faults that are listed. */
export async function checkAll(
  { id, state }: Pick<ImportState, 'id' | 'state'>,
  { drafts, now, trailOf, photographs, reviewRequired, signal, reached }: CheckParts,
): Promise<Checked> {
  let { rows, requests, faulty, faults } = nothingYet;
  const report: ReportedFault[] = [];
  const list = (found: readonly ReportedFault[]) => {
    faults += found.length;
    report.push(...found.slice(0, MOST_LISTED - report.length));
  };
  const counts = () => ({ rows, requests, faulty, faults });
  const asked = new SeenKeys();
  let [isWhole, next] = [true, performance.now() + noted];
  try {
    for await (const draft of drafts) {
      rows += draft.rows;
      requests += 1;
      const requestId = requestIdIn(id, draft.key);
      const rules = { now: now(), trailOf, photographs, reviewRequired };
      const sender = { requestId, requestingState: state, ...rules };
      const outcome = notAskedTwice(draft, await judged(draft, sender), asked);
      if ('faults' in outcome) {
        faulty += 1;
        list(outcome.faults);
      }
      if (requests % stride > 0) continue;
      await others();
      signal.throwIfAborted();
      if (performance.now() < next) continue;
      next = performance.now() + noted;
      await reached(counts());
    }
    if (requests === 0) list([ofFile({ line: 1, remedy: 'must hold at least one request' })]);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    isWhole = false;
    list(error.faults.map(ofFile));
  }
  return { counts: counts(), report, isWhole };
}

/** On its own each may be sent, and only one of them. */
function notAskedTwice(draft: Draft, outcome: Judged, asked: SeenKeys): Judged {
  if ('faults' in outcome) return outcome;
  const areNew = asksOnTrails(outcome.command).map((key) => asked.add(key));
  return areNew.includes(false) ? { faults: askedInFile(draft) } : outcome;
}

const ofFile = ({ line, column, remedy }: FileFault): ReportedFault => ({
  line,
  ...(column !== undefined && { column }),
  pointer: '',
  found: 'this line',
  remedy,
});
