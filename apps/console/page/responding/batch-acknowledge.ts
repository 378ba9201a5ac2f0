import type { Draft } from '../data/write';
import type { Outcome } from '../data/write-queue';

/** A case as its officer saw it in the queue. */
export interface SeenCase {
  readonly id: string;
  readonly requestingState: string;
  readonly version: number;
}

export type Result =
  | { readonly kind: 'done' }
  /** There is no link yet: it is sent when there is one. */
  | { readonly kind: 'queued' }
  /** Something has happened on it since it was seen: nothing was sent. */
  | { readonly kind: 'changed' }
  /** As the service says it. */
  | { readonly kind: 'refused'; readonly detail: string };

export interface Row extends Pick<SeenCase, 'id' | 'requestingState'> {
  /** Absent while it has not been sent. */
  readonly result?: Result;
}

/** How far a batch is, case by case in the order in which they are sent. */
export type Progress = readonly Row[];

export const countOf = (progress: Progress, kind: Result['kind']): number =>
  progress.filter(({ result }) => result?.kind === kind).length;

export const isDone = (progress: Progress): boolean => progress.every(({ result }) => result !== undefined);

/** Those that are to be looked at: they were turned down, or have changed meanwhile. */
export const leftIn = (progress: Progress): readonly string[] =>
  progress
    .filter(({ result }) => result?.kind === 'changed' || result?.kind === 'refused')
    .map(({ id }) => id);

/** ITI 19. Rests on the version that its officer has seen, as every act does. */
export const acknowledgement = ({ id, version }: SeenCase): Draft => ({
  method: 'POST',
  path: `/v1/cases/${id}/acknowledgement`,
  body: { json: {} },
  ifMatch: `"${version}"`,
  lane: `cases/${id}`,
  label: 'responding.acknowledge',
  changes: [['cases'], ['oversight']],
  screen: `/cases/${id}`,
});

export function resultOf(outcome: Outcome): Result {
  if (outcome.kind !== 'refused') return { kind: outcome.kind };
  const { code, detail } = outcome.problem;
  return code === 'version-conflict' ? { kind: 'changed' } : { kind: 'refused', detail };
}
