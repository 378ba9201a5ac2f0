import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tells those who wait that there may be something new. They wait tens of thousands of times, so no `Set` and no listener is made for each
 * time: what leaves those refers to what came after it, and so would hold it (ADR 34).
 */
export class Wakeup {
  #sleepers: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #heard = new WeakSet<AbortSignal>();

  /** `pollMs`: a commit by another process rings no bell here, so look again after this long at the latest. */
  constructor(private readonly pollMs: number) {}

  ring(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sleepers = this.#sleepers;
    this.#sleepers = [];
    for (const wake of sleepers) wake();
  }

  /** Resolves when the bell rings, when it is time to look again, or when `signal` aborts. Keeps no process alive. */
  wait(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.#hear(signal);
    this.#timer ??= setTimeout(() => {
      this.ring();
    }, this.pollMs).unref();
    return new Promise((resolve) => {
      this.#sleepers.push(resolve);
    });
  }

  #hear(signal: AbortSignal): void {
    if (this.#heard.has(signal)) return;
    this.#heard.add(signal);
    const ring = () => {
      this.ring();
    };
    signal.addEventListener('abort', ring, { once: true });
  }
}

/** How a thread goes about what nobody waits for; without delay unless told. */
export interface Pace {
  /** Milliseconds that a follower at the head lets pass before it looks again: what comes in meanwhile shares one batch. */
  readonly gatherMs?: number | undefined;
  /** Called before each piece of work on a file, to let others through. */
  readonly pause?: (() => void) | undefined;
}

/** Lets so many milliseconds pass, fewer when `signal` aborts. */
export async function pass(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/**
 * Until the next of the instants that lie so many milliseconds apart. They are the same for all who gather in a thread: who looks at the
 * same instant reads the same page of the log, and writes in the same transaction. Lets the event loop serve everything else that is due.
 */
export function gather(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve);
    else setTimeout(resolve, ms - (Math.floor(performance.now()) % ms)).unref();
  });
}
