import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWriteQueue } from '../data/desk-data';
import type { Act } from './acts';
import { type Fault, faultsIn } from './request-faults';
import { type RequestDetail, requestQuery } from './request.query';
import type { Writing } from './writing';

export type ActOutcome = 'done' | 'queued';

/** Does an act on what was seen of a request, and nothing where it has changed since. */
export function useAct({ id, version }: RequestDetail, { path, label }: Act) {
  const queue = useWriteQueue();
  const reading = useQueryClient();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [conflictAfter, setConflictAfter] = useState<number>();
  const [busy, setBusy] = useState(false);

  const perform = async (said: Writing): Promise<ActOutcome | undefined> => {
    setBusy(true);
    setFaults([]);
    const outcome = await queue.submit({
      method: 'POST',
      path: `/v1/requests/${id}/${path}`,
      body: { json: said },
      ifMatch: `"${version}"`,
      lane: `requests/${id}`,
      label,
      changes: [['requests'], ['traces'], ['oversight']],
      screen: `/requests/${id}`,
    });
    if (outcome.kind === 'refused') {
      if (outcome.problem.status === 412) {
        await reading.invalidateQueries({ queryKey: requestQuery(id).queryKey });
        setConflictAfter(version);
      } else setFaults(faultsIn(outcome.problem));
    }
    setBusy(false);
    return outcome.kind === 'refused' ? undefined : outcome.kind;
  };
  return { faults, conflictAfter, busy, perform };
}
