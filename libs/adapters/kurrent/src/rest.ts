/** Resolves after `ms` or when `signal` aborts, whichever is first. Keeps no process alive. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms).unref();
    signal.addEventListener('abort', wake);
  });
}

const firstPauseMs = 50;
const longestPauseMs = 5000;

/** Pauses between attempts to connect again, each twice as long as the one before. */
export class Backoff {
  #pauseMs = firstPauseMs;

  /** After a success. */
  reset(): void {
    this.#pauseMs = firstPauseMs;
  }

  async rest(signal: AbortSignal): Promise<void> {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    await rest(pauseMs, signal);
  }
}
