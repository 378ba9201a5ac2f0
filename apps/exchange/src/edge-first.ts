import { performance } from 'node:perf_hooks';
import { setImmediate as tick, setTimeout as sleep } from 'node:timers/promises';

/** For so long after a request the edge counts as at work. */
const atWorkMs = 50;

/** While the edge is at work a loop gathers for so long: a batch of many costs little more than a batch of one. */
const gatheringMs = 25;

/** Share of the thread that loops may take while requests fill it. */
const loopShare = 0.2;

/** A thread that is busy for more than this share of a window has no time left to give. */
const saturated = 0.9;
const windowMs = 500;
const longestRestMs = 250;

/** Busy and elapsed milliseconds of the thread, as `performance.eventLoopUtilization` counts them. */
export interface Thread {
  readonly now: () => number;
  readonly busy: () => number;
}

const thisThread: Thread = {
  now: () => performance.now(),
  busy: () => performance.eventLoopUtilization().active,
};

/**
 * Shares one thread between desks that wait for an answer and loops that follow the log. With no request about, loops go straight
 * on; among requests they gather before each batch; once requests fill the thread, all loops together get a fixed share of it. They
 * always go on, in ever larger and so cheaper batches: what was acknowledged reaches the other desk under any load, only later.
 */
export class EdgeFirst {
  #window: { readonly from: number; readonly busy: number };
  #full = false;
  #lastArrival = Number.NEGATIVE_INFINITY;
  /** Milliseconds of work that the loops have had beyond their share. */
  #owed = 0;
  #counted: number;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(private readonly thread: Thread = thisThread) {
    this.#window = { from: thread.now(), busy: thread.busy() };
    this.#counted = thread.now();
  }

  /** To be called for each request that arrives. */
  readonly arrived = (): void => {
    this.#lastArrival = this.thread.now();
  };

  /** What a loop awaits between two batches, the last of which took `workedMs`. */
  readonly breathe = async (workedMs: number): Promise<void> => {
    const rest = this.restAfter(workedMs);
    if (rest > 0) await sleep(rest);
    await this.#turn();
  };

  /** One loop a turn of the event loop: requests are served between any two batches. */
  #turn(): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(() => tick());
    return this.#lastTurn;
  }

  /** Milliseconds of rest that are due after a batch. */
  restAfter(workedMs: number): number {
    const now = this.thread.now();
    this.#look(now);
    const earned = (now - this.#counted) * loopShare;
    this.#counted = now;
    this.#owed = this.#full ? Math.max(0, this.#owed - earned) + workedMs : 0;
    if (now - this.#lastArrival >= atWorkMs) return 0;
    return Math.min(longestRestMs, Math.max(gatheringMs, this.#owed / loopShare));
  }

  /** Decides once a window whether the thread is full. */
  #look(now: number): void {
    const { from, busy } = this.#window;
    if (now - from < windowMs) return;
    const active = this.thread.busy();
    this.#full = (active - busy) / (now - from) > saturated;
    this.#window = { from: now, busy: active };
  }
}
