import { useState } from 'react';
import { useWriteQueue } from '../data/desk-data';
import { acknowledgement, type Progress, resultOf, type SeenCase } from './batch-acknowledge';

/** Acknowledges many cases, one write each: one that fails keeps none of the others back. */
export function useBatchAcknowledge() {
  const queue = useWriteQueue();
  const [progress, setProgress] = useState<Progress>();
  const acknowledge = async (cases: readonly SeenCase[]): Promise<Progress> => {
    let now: Progress = cases.map(({ id, requestingState }) => ({ id, requestingState }));
    setProgress(now);
    for (const seen of cases) {
      const result = resultOf(await queue.submit(acknowledgement(seen)));
      now = now.map((row) => (row.id === seen.id ? { ...row, result } : row));
      setProgress(now);
    }
    return now;
  };
  return { progress, acknowledge, dismiss: () => setProgress(undefined) };
}
