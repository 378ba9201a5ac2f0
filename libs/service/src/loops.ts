import { setTimeout as sleep } from 'node:timers/promises';
import type { Loop } from '@vestigo/kernel';
import type { ServiceParts } from './running-parts';

/** Takes a sentence on a loop that failed and is started again. */
export type Report = (sentence: string, loop: string) => void;

/** Loops under way. */
export interface RunningLoops {
  /** Resolves when every loop has caught up with everything the others led to. */
  settled(): Promise<void>;
  /** What they count, where they run in another thread; in the form of prom-client. */
  readonly counted?: () => Promise<object>;
  /** Ends all loops and waits for them. */
  stop(): Promise<void>;
}

/** Starts the loops of a service in the thread that calls. */
export function startLoopsHere(service: Pick<ServiceParts, 'loops' | 'log'>, report: Report): RunningLoops {
  const { stop } = startLoops(service.loops, report);
  return { settled: () => settled(service), stop };
}

const firstPause = 100;
const longestPause = 10_000;

/** Starts each loop, and starts it again, ever more slowly, when a part it depends on fails. */
export function startLoops(
  loops: readonly Pick<Loop, 'name' | 'run'>[],
  report: Report,
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
  report: Report,
): Promise<void> {
  const ended = () => signal.aborted;
  for (let pause = firstPause; !ended(); pause = Math.min(pause * 2, longestPause)) {
    const started = performance.now();
    try {
      await loop.run(signal);
    } catch (error) {
      if (ended()) return;
      if (performance.now() - started > longestPause) pause = firstPause;
      report(`${loop.name}: ${reasonOf(error)}; again in ${String(pause)} ms`, loop.name);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** A parser's error quotes what it could not read, which may be protected. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error';
  return error instanceof SyntaxError ? error.name : error.message;
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
