import type { QueryClient } from '@tanstack/react-query';
import { type Changes, isTouched, joined } from './changes';

/**
 * Reads again what changed, one round at a time: on a slow link a round that has begun comes to its end, and what changes meanwhile is
 * gathered for the next.
 */
export function readAgain(reading: Pick<QueryClient, 'invalidateQueries'>): (changes: Changes) => void {
  let waiting: Changes | undefined;
  let underWay = false;
  const run = async () => {
    underWay = true;
    while (waiting) {
      const changes = waiting;
      waiting = undefined;
      await reading.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, changes) });
    }
    underWay = false;
  };
  return (changes) => {
    waiting = waiting ? joined(waiting, changes) : changes;
    if (!underWay) void run();
  };
}
