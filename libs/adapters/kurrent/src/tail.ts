import type { EventStoreDBClient } from '@eventstore/db-client';
import { type Position, Unavailable } from '@vestigo/kernel';
import { listen } from './listening';
import type { LogReader } from './log-reader';
import { Backoff } from './rest';
import type { Entry } from './stored-event';
import { portError } from './trouble';

/** Events kept for followers that are a little behind. */
const kept = 1024;

/**
 * The end of the log, as long as somebody follows it: one subscription for all followers of a store, so that an event is
 * read from the wire once and everybody knows exactly how far it goes.
 */
export class Tail {
  #entries: Entry[] = [];
  /** Everything after this is in `#entries`; undefined until the first connection. */
  #from: Position | undefined;
  #refusal: Error | undefined;
  #followers = 0;
  #running = new AbortController();
  readonly #waiting = new Set<() => void>();
  #ringing = false;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly log: LogReader,
    private readonly closing: AbortSignal,
  ) {}

  /** Position of the last event seen; undefined before the first connection. */
  get through(): Position | undefined {
    return this.#entries.at(-1)?.position ?? this.#from;
  }

  /** Begins with the first follower and ends with the last; gives what ends this one. */
  join(): () => void {
    this.#followers += 1;
    if (this.#followers === 1) {
      this.#running = new AbortController();
      this.#refusal = undefined;
      void this.#run(AbortSignal.any([this.#running.signal, this.closing]));
    }
    return () => {
      this.#followers -= 1;
      if (this.#followers > 0) return;
      this.#running.abort();
      this.#entries = [];
      this.#from = undefined;
    };
  }

  /** Whether all events after `after` are here. Throws what the server refused. */
  covers(after: Position): boolean {
    if (this.#refusal) throw this.#refusal;
    return this.#from !== undefined && after >= this.#from;
  }

  /** The next events, at most `limit`. Only for an `after` that is covered. */
  page(after: Position, limit: number): readonly Entry[] {
    const from = firstAfter(this.#entries, after);
    return this.#entries.slice(from, from + limit);
  }

  /** Resolves when something has changed or `signal` aborts. */
  wait(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      signal.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff();
    const over = () => signal.aborted;
    while (!over()) {
      try {
        const after = this.through ?? (await this.log.head(signal));
        if (over()) return;
        this.#from ??= after;
        this.#ring();
        await this.#listen(after, backoff, signal);
      } catch (error) {
        if (over()) return;
        const named = portError(error);
        if (named instanceof Unavailable) {
          await backoff.rest(signal);
        } else {
          this.#refusal =
            named instanceof Error ? named : new Error('the log cannot be followed', { cause: named });
          this.#ring();
          return;
        }
      }
    }
  }

  /** Until `signal` aborts; rejects when the subscription drops. */
  #listen(after: Position, backoff: Backoff, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        listening.stop();
        resolve();
      };
      const listening = listen(this.client, after, undefined, {
        entry: (entry) => {
          this.#take(entry);
        },
        checkpoint: () => undefined,
        caughtUp: () => {
          backoff.reset();
        },
        dropped: (error) => {
          signal.removeEventListener('abort', stop);
          reject(error);
        },
      });
      signal.addEventListener('abort', stop);
    });
  }

  #take(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * kept) {
      const gone = this.#entries.splice(0, this.#entries.length - kept);
      this.#from = gone.at(-1)?.position ?? this.#from;
    }
    if (this.#ringing) return;
    this.#ringing = true;
    // Those that arrive together are given on together.
    setImmediate(() => {
      this.#ringing = false;
      this.#ring();
    });
  }

  #ring(): void {
    for (const wake of this.#waiting) wake();
  }
}

function firstAfter(entries: readonly Entry[], after: Position): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.position ?? Infinity) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
