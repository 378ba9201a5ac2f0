import { setTimeout as timeout } from 'node:timers/promises';
import { Unavailable } from '@vestigo/kernel';

/** A pause that ends early when `signal` aborts, and keeps no process alive. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await timeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/** What `work` gives, if it does so by `end` (`performance.now()`); else `Unavailable`, and the work is left to itself. */
export async function by<Result>(end: number, work: Promise<Result>): Promise<Result> {
  const late = new AbortController();
  const limit = timeout(Math.max(0, end - performance.now()), undefined, { signal: late.signal }).then(() => {
    throw new Unavailable('Kafka does not answer in time');
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    limit.catch(() => undefined);
    late.abort();
  }
}
