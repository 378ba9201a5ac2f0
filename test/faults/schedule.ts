import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf, randomFrom } from './chance';
import type { Fault } from './fault-kinds';

/** Milliseconds. */
const hold = { least: 300, most: 5000 };
const gap = { least: 100, most: 1500 };
const lanes = ['first', 'second'] as const;

/**
 * Lets faults happen until the time is over, two at once where they do not touch the same part. Which ones, in which order and for
 * how long is known from the seed. Gives the names of those that were injected; all are undone then.
 */
export async function runSchedule(
  faults: readonly Fault[],
  seed: string,
  milliseconds: number,
  tell: (line: string) => void,
): Promise<readonly string[]> {
  const end = performance.now() + milliseconds;
  const injected: string[] = [];
  const touched = new Set<string>();
  const run = async (lane: string) => {
    const chance = randomFrom(`${seed}/${lane}`);
    const between = ({ least, most }: typeof hold) => least + chance() * (most - least);
    while (performance.now() < end) {
      const fault = oneOf(faults, chance);
      const [held, free] = [between(hold), between(gap)];
      while (touched.has(fault.touches)) await sleep(20);
      touched.add(fault.touches);
      tell(`${fault.name}, for ${String(Math.round(held))} ms`);
      await fault.inject();
      injected.push(fault.name);
      await sleep(held);
      await fault.undo();
      touched.delete(fault.touches);
      await sleep(free);
    }
  };
  const ended = await Promise.allSettled(lanes.map(run));
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  return injected;
}
