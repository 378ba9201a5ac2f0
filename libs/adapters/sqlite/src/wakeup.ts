/** Tells those who wait that there may be something new. */
export class Wakeup {
  readonly #sleepers = new Set<() => void>();

  /** `pollMs`: a commit by another process rings no bell here, so look again after this long. */
  constructor(private readonly pollMs: number) {}

  ring(): void {
    for (const wake of this.#sleepers) wake();
  }

  /** Resolves when the bell rings, when it is time to look again, or when `signal` aborts. Keeps no process alive. */
  wait(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, this.pollMs).unref();
      signal.addEventListener('abort', wake);
      this.#sleepers.add(wake);
    });
  }
}

/** How a thread goes about what nobody waits for; without delay unless told. */
export interface Pace {
  /** Milliseconds that a follower at the head lets pass before it looks again: what comes in meanwhile shares one batch. */
  readonly gatherMs?: number | undefined;
  /** Called before each piece of work on a file, to let others through. */
  readonly pause?: (() => void) | undefined;
}

/** Lets the event loop serve everything else that is due, and then so many milliseconds pass. */
export async function pass(ms: number, signal: AbortSignal): Promise<void> {
  await (ms === 0 ? new Promise((resolve) => setImmediate(resolve)) : new Wakeup(ms).wait(signal));
}

/**
 * Until the next of the instants that lie so many milliseconds apart. They are the same for all who gather in a thread: who looks at the
 * same instant reads the same page of the log, and writes in the same transaction.
 */
export function gather(ms: number, signal: AbortSignal): Promise<void> {
  return pass(ms === 0 ? 0 : ms - (Math.floor(performance.now()) % ms), signal);
}
