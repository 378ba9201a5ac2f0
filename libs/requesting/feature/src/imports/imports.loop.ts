import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownPhotographs } from '@vestigo/http';
import type { Instant, Log, Loop } from '@vestigo/kernel';
import type { KnownDirectory } from '../known-directory';
import type { TrailOf } from '../trails';
import { checkAll } from './check-run';
import { draftsIn } from './drafts-in';
import type { ImportFolder } from './import-folder';
import { type ImportState, isUnderWay } from './import-state';
import { sendAll, type Sent } from './send-run';

export interface ImportsParts {
  readonly log: Log;
  readonly folder: ImportFolder;
  readonly now: () => Instant;
  readonly directory: KnownDirectory;
  readonly trailOf: TrailOf;
  readonly photographs: KnownPhotographs;
}

/** Milliseconds between two looks for imports. */
const pause = 250;

/**
 * Works on the imports that were taken, one after the other. Started again after whatever ended it, it goes on where each import stands:
 * nothing needs to be told to resume.
 */
export function importsLoop(parts: ImportsParts): Loop {
  return {
    name: 'imports',
    async run(signal) {
      await parts.folder.tidy();
      while (!signal.aborted) {
        for (const id of await parts.folder.underWay()) await workOn(id, parts, signal);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    },
    behind: async () => (await parts.folder.underWay()).length,
  };
}

async function workOn(id: string, parts: ImportsParts, signal: AbortSignal): Promise<void> {
  const { folder, now } = parts;
  const found = await folder.find(id);
  if (!found) return;
  const ended = (state: ImportState) => folder.end({ ...state, endedAt: new Date(now()).toISOString() });
  if (!isUnderWay(found)) return ended(found);
  const state = found.status === 'checking' ? await checked(found, parts, signal) : found;
  if (state.status !== 'sending') return ended(state);
  const report = await folder.reportOf(id);
  const saved = async (far: Sent): Promise<ImportState> => {
    // First: what is counted is not looked at again.
    if (far.report.length > report.length) await folder.saveReport(id, far.report);
    return { ...state, ...far.counts };
  };
  const reached = async (far: Sent) => folder.save(await saved(far));
  const drafts = draftsIn(folder.fileOf(id), state.form);
  const reviewRequired = await parts.directory.reviewRequired(state.state);
  const far = await sendAll(state, { ...parts, drafts, reviewRequired, report, signal, reached });
  return ended({ ...(await saved(far)), status: 'sent' });
}

async function checked(
  state: ImportState,
  { folder, directory, ...rules }: ImportsParts,
  signal: AbortSignal,
): Promise<ImportState> {
  const drafts = draftsIn(folder.fileOf(state.id), state.form);
  const reached = (counts: Partial<ImportState>) => folder.save({ ...state, ...counts });
  const reviewRequired = await directory.reviewRequired(state.state);
  const { counts, report, isWhole } = await checkAll(state, {
    ...rules,
    drafts,
    reviewRequired,
    signal,
    reached,
  });
  await folder.saveReport(state.id, report);
  const mayBeSent =
    isWhole && (state.mode === 'valid-only' ? counts.requests > counts.faulty : counts.faults === 0);
  const status = state.mode === 'dry-run' ? 'checked' : mayBeSent ? 'sending' : 'turned-down';
  const next = { ...state, ...counts, status } as const;
  if (isUnderWay(next)) await folder.save(next);
  return next;
}
