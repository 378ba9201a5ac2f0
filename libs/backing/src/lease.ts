import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DomainEvent,
  type EventMetadata,
  type EventStore,
  type Leadership,
  type Log,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Term,
  Unavailable,
  VersionConflict,
} from '@vestigo/kernel';

/** Streams `lease-<task>`: only the last event counts. */
export const LEASE = 'lease';

export type LeaseEvent = DomainEvent<'LeaseHeld' | 'LeaseReleased', LeaseData>;

interface LeaseData {
  readonly holder: string;
  /** How far the task has come. */
  readonly reached: Position;
}

export interface LeaseTimes {
  /** Milliseconds between two signs of life of a holder. */
  readonly renewMs: number;
  /** Milliseconds without success after which a holder stops by itself. */
  readonly giveUpMs: number;
  /** Milliseconds without a sign of life after which others take the lease: more than `giveUpMs`. */
  readonly lapseMs: number;
}

const usual: LeaseTimes = { renewMs: 1000, giveUpMs: 3000, lapseMs: 5000 };

const meta: EventMetadata = {
  actor: 'lease',
  state: null,
  role: 'service',
  correlationId: 'lease',
  causationId: 'lease',
};

/**
 * Leadership among replicas that share a store: a lease that its holder renews in the store itself. Nobody compares clocks: each
 * process measures by its own how long ago it asked, or first saw, what it builds on. A task is led by one call at a time in a process.
 */
export function leasedLeadership({ store, newId }: Log, times: LeaseTimes = usual): Leadership {
  const holder = randomUUID();
  return {
    async lead(task, work, signal) {
      while (!signal.aborted) {
        const lease = await acquired({ store, newId }, task, holder, times, signal);
        if (lease) await lease.hold(work, signal);
      }
    },
    reached: async (task) => (await lastOf(store, task))?.event.data.reached ?? 0,
  };
}

/** Waits until the lease is free and this process has taken it; undefined once `signal` aborts. */
async function acquired(log: Log, task: string, holder: string, times: LeaseTimes, signal: AbortSignal) {
  let seen = -1;
  let since = performance.now();
  while (!signal.aborted) {
    const last = await lastOf(log.store, task);
    const version = last?.version ?? 0;
    if (version !== seen) [seen, since] = [version, performance.now()];
    // What this process held itself, in a term that ended without an answer, is nobody's.
    const abandoned = !last || last.event.type === 'LeaseReleased' || last.event.data.holder === holder;
    if (abandoned || performance.now() - since >= times.lapseMs) {
      const lease = new Lease(log, task, holder, times, version, last?.event.data.reached ?? 0);
      if (await lease.renew()) return lease;
    }
    await rest(times.renewMs, signal);
  }
  return undefined;
}

/** A sign of life, from the first attempt to write it until it is known to be written. */
interface Sign {
  readonly event: NewEvent<LeaseEvent>;
  readonly since: Stopwatch;
}

class Lease {
  #renewed = new Stopwatch();
  #unanswered: Sign | undefined;

  constructor(
    private readonly log: Log,
    private readonly task: string,
    private readonly holder: string,
    private readonly times: LeaseTimes,
    private version: number,
    private reached: Position,
  ) {}

  /**
   * Gives a sign of life; false when somebody else holds the lease now. Throws when the store does not answer: the next call then
   * repeats the same sign, since it may have been written.
   */
  async renew(): Promise<boolean> {
    const sign = (this.#unanswered ??= this.#sign('LeaseHeld'));
    try {
      await this.#append(sign);
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
    this.#unanswered = undefined;
    this.#renewed = sign.since;
    return true;
  }

  /** Works until the lease is lost or `signal` aborts, and then gives it back. */
  async hold(work: (term: Term) => Promise<void>, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const term = AbortSignal.any([signal, over.signal]);
    const reach = (position: Position) => {
      this.reached = position;
      return Promise.resolve();
    };
    const holds = () => {
      if (this.#left() === 0) over.abort();
      return !term.aborted;
    };
    const renewing = this.#keepRenewing(term).finally(() => {
      over.abort();
    });
    try {
      if (holds()) await work({ signal: term, from: this.reached, reach, holds });
    } finally {
      over.abort();
      await renewing;
      const released = this.#append(this.#sign('LeaseReleased'));
      await inTime(released, this.times.giveUpMs).catch(() => undefined);
    }
  }

  async #keepRenewing(signal: AbortSignal): Promise<void> {
    for (;;) {
      await rest(Math.min(this.times.renewMs, this.#left()), signal);
      if (signal.aborted || this.#left() === 0) return;
      // Without an answer nothing is lost yet.
      if (!(await inTime(this.renew(), this.#left()).catch(() => true))) return;
    }
  }

  /** Milliseconds until the lease must be given up. */
  #left(): number {
    return Math.max(0, this.times.giveUpMs - this.#renewed.ms);
  }

  #sign(type: LeaseEvent['type']): Sign {
    const { holder, reached } = this;
    const event: LeaseEvent = { type, occurredAt: Date.now(), clock: null, data: { holder, reached } };
    return { event: { id: this.log.newId(), event, meta }, since: new Stopwatch() };
  }

  async #append({ event }: Sign): Promise<void> {
    const { version } = await this.log.store.append(`${LEASE}-${this.task}`, this.version, [event]);
    this.version = version;
  }
}

/**
 * Time gone by for a holder, by whichever clock says more: the monotonic one stands still while a machine is suspended, the other
 * may be set back. A clock that is set forward ends a term early, which is harmless.
 */
class Stopwatch {
  readonly #monotonic = performance.now();
  readonly #wall = Date.now();

  get ms(): number {
    return Math.max(performance.now() - this.#monotonic, Date.now() - this.#wall);
  }
}

async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Unavailable('the lease could not be written in time');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

async function lastOf(store: EventStore, task: string): Promise<RecordedEvent<LeaseEvent> | undefined> {
  return (await store.read<LeaseEvent>(`${LEASE}-${task}`)).at(-1);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
