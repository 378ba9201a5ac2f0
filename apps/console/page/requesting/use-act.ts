import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWriteQueue } from '../data/desk-data';
import type { Act } from './acts';
import { type Fault, faultsIn } from './request-faults';
import { type RequestDetail, requestQuery } from './request.query';
import type { Writing } from '../matters/writing';

export type ActOutcome = 'done' | 'queued';

/**
 * Does an act on what was seen of a request, and nothing where it has changed since. `opened`: the version at which its officer began
 * to decide; what has come in since, by itself, has not been weighed.
 */
export function useAct({ id, version }: RequestDetail, { path, label }: Act, opened = version) {
  const queue = useWriteQueue();
  const reading = useQueryClient();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [conflictAfter, setConflictAfter] = useState<number>();
  const [weighed, setWeighed] = useState<number>();
  const [busy, setBusy] = useState(false);

  const perform = async (said: Writing): Promise<ActOutcome | undefined> => {
    setBusy(true);
    setFaults([]);
    const seen = weighed ?? opened;
    const outcome = await queue.submit({
      method: 'POST',
      path: `/v1/requests/${id}/${path}`,
      body: { json: said },
      ifMatch: `"${seen}"`,
      lane: `requests/${id}`,
      label,
      changes: [['requests'], ['traces'], ['oversight']],
      screen: `/requests/${id}`,
    });
    if (outcome.kind === 'refused') {
      if (outcome.problem.status === 412) {
        const fresh = await reading.query({ ...requestQuery(id), staleTime: 0 });
        setConflictAfter(seen);
        setWeighed(fresh.version);
      } else setFaults(faultsIn(outcome.problem));
    }
    setBusy(false);
    return outcome.kind === 'refused' ? undefined : outcome.kind;
  };
  return { faults, conflictAfter, busy, perform };
}
