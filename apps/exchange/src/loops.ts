import { setTimeout as sleep } from 'node:timers/promises';
import type { Loop } from '@vestigo/kernel';

/** Loops under way. */
export interface RunningLoops {
  /** Resolves when every loop has caught up with everything the others led to. */
  settled(): Promise<void>;
  /** Ends all loops and waits for them. */
  stop(): Promise<void>;
}

const firstPause = 100;
const longestPause = 10_000;

/** Starts each loop, and starts it again, ever more slowly, when a part it depends on fails. */
export function startLoops(loops: readonly Loop[], report: (line: string) => void): RunningLoops {
  const stopping = new AbortController();
  const running = loops.map((loop) => keepRunning(loop, stopping.signal, report));
  return {
    settled: () => settled(loops),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepRunning(loop: Loop, signal: AbortSignal, report: (line: string) => void): Promise<void> {
  const ended = () => signal.aborted;
  for (let pause = firstPause; !ended(); pause = Math.min(pause * 2, longestPause)) {
    const started = Date.now();
    try {
      await loop.run(signal);
    } catch (error) {
      if (ended()) return;
      if (Date.now() - started > longestPause) pause = firstPause;
      report(
        `${loop.name}: ${error instanceof Error ? error.message : String(error)}; again in ${String(pause)} ms`,
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Twice in a row nothing may be left: a loop that ends its work may have made work for another. */
async function settled(loops: readonly Loop[]): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    const behind = await Promise.all(loops.map(async (loop) => loop.behind()));
    quiet = behind.every((left) => left === 0) ? quiet + 1 : 0;
    if (quiet === 0) await sleep(2);
  }
}
