import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DomainEvent,
  type EventMetadata,
  type EventStore,
  type Leadership,
  type Log,
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
 * Leadership among replicas that share a store: a lease that its holder renews in the store itself. Time is measured by the
 * monotonic clock of each process alone, so that a clock that is set back or forth changes nothing.
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
    const free = !last || last.event.type === 'LeaseReleased' || performance.now() - since >= times.lapseMs;
    if (free) {
      const lease = new Lease(log, task, holder, times, version, last?.event.data.reached ?? 0);
      if (await lease.renew()) return lease;
    }
    await rest(times.renewMs, signal);
  }
  return undefined;
}

class Lease {
  #renewed = performance.now();

  constructor(
    private readonly log: Log,
    private readonly task: string,
    private readonly holder: string,
    private readonly times: LeaseTimes,
    private version: number,
    private reached: Position,
  ) {}

  /** Gives a sign of life; false when somebody else holds the lease now. Throws when the store does not answer. */
  async renew(type: LeaseEvent['type'] = 'LeaseHeld'): Promise<boolean> {
    const asked = performance.now();
    const { holder, reached } = this;
    const event: LeaseEvent = { type, occurredAt: Date.now(), clock: null, data: { holder, reached } };
    try {
      const appended = await this.log.store.append(`${LEASE}-${this.task}`, this.version, [
        { id: this.log.newId(), event, meta },
      ]);
      this.version = appended.version;
      this.#renewed = asked;
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  /** Works until the lease is lost or `signal` aborts, and then gives it back. */
  async hold(work: (term: Term) => Promise<void>, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const term = AbortSignal.any([signal, over.signal]);
    const reach = (position: Position) => {
      this.reached = position;
    };
    const renewing = this.#keepRenewing(term).finally(() => {
      over.abort();
    });
    try {
      await work({ signal: term, from: this.reached, reach });
    } finally {
      over.abort();
      await renewing;
      await this.renew('LeaseReleased').catch(() => false);
    }
  }

  async #keepRenewing(signal: AbortSignal): Promise<void> {
    for (;;) {
      await rest(this.times.renewMs, signal);
      if (signal.aborted) return;
      try {
        if (!(await inTime(this.renew(), this.#renewed + this.times.giveUpMs))) return;
      } catch {
        if (performance.now() >= this.#renewed + this.times.giveUpMs) return;
      }
    }
  }
}

async function inTime<Result>(work: Promise<Result>, end: number): Promise<Result> {
  const timer = new AbortController();
  const late = sleep(Math.max(0, end - performance.now()), undefined, { signal: timer.signal }).then(() => {
    throw new Unavailable('the lease could not be renewed in time');
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
