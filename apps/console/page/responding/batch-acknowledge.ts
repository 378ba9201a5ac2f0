import { useState } from 'react';
import { useWriteQueue } from '../data/desk-data';
import type { Draft } from '../data/write';

export interface Failed {
  readonly id: string;
  /** As the service says it. */
  readonly detail: string;
}

/** How far a batch is. What is queued has no link yet, and is sent when there is one. */
export interface Progress {
  readonly all: number;
  readonly done: number;
  readonly queued: number;
  readonly failed: readonly Failed[];
}

export const progressed = ({ all, done, queued, failed }: Progress): boolean =>
  done + queued + failed.length >= all;

/** ITI 19. Says that the request has arrived, whatever has become of it since: so it rests on no version. */
export const acknowledgement = (id: string): Draft => ({
  method: 'POST',
  path: `/v1/cases/${id}/acknowledgement`,
  body: { json: {} },
  lane: `cases/${id}`,
  label: 'responding.acknowledge',
  changes: [['cases'], ['oversight']],
  screen: `/cases/${id}`,
});

/** Acknowledges many cases, one write each: one that fails keeps none of the others back. */
export function useBatchAcknowledge() {
  const queue = useWriteQueue();
  const [progress, setProgress] = useState<Progress>();
  const acknowledge = async (ids: readonly string[]): Promise<Progress> => {
    let now: Progress = { all: ids.length, done: 0, queued: 0, failed: [] };
    setProgress(now);
    for (const id of ids) {
      const outcome = await queue.submit(acknowledgement(id));
      if (outcome.kind === 'done') now = { ...now, done: now.done + 1 };
      else if (outcome.kind === 'queued') now = { ...now, queued: now.queued + 1 };
      else now = { ...now, failed: [...now.failed, { id, detail: outcome.problem.detail }] };
      setProgress(now);
    }
    return now;
  };
  return { progress, acknowledge, dismiss: () => setProgress(undefined) };
}
