import { setTimeout as sleep } from 'node:timers/promises';
import type { Loop } from '@vestigo/kernel';
import type { ServiceParts } from './running-parts';

/** Loops under way. */
export interface RunningLoops {
  /** Resolves when every loop has caught up with everything the others led to. */
  settled(): Promise<void>;
  /** Ends all loops and waits for them. */
  stop(): Promise<void>;
}

/** Starts the loops of a service in the thread that calls. */
export function startLoopsHere(
  service: Pick<ServiceParts, 'loops' | 'log'>,
  report: (line: string) => void,
): RunningLoops {
  const { stop } = startLoops(service.loops, report);
  return { settled: () => settled(service), stop };
}

const firstPause = 100;
const longestPause = 10_000;

/** Starts each loop, and starts it again, ever more slowly, when a part it depends on fails. */
export function startLoops(
  loops: readonly Pick<Loop, 'name' | 'run'>[],
  report: (line: string) => void,
): Pick<RunningLoops, 'stop'> {
  const stopping = new AbortController();
  const running = loops.map((loop) => keepRunning(loop, stopping.signal, report));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepRunning(
  loop: Pick<Loop, 'name' | 'run'>,
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<void> {
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

/**
 * Twice in a row nothing may be left, with nothing appended meanwhile: while one loop is looked at, work may pass from a loop
 * that is yet to be looked at to one that has been.
 */
export async function settled({ loops, log }: Pick<ServiceParts, 'loops' | 'log'>): Promise<void> {
  let quietAt = -1;
  for (let pause = 2; ; pause = Math.min(pause * 2, 32)) {
    const head = await log.store.head();
    const behind = await Promise.all(loops.map(async (loop) => loop.behind()));
    const quiet = behind.every((left) => left === 0) && (await log.store.head()) === head;
    if (quiet && quietAt === head) return;
    quietAt = quiet ? head : -1;
    if (!quiet) await sleep(pause);
  }
}
