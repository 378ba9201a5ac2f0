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

/** What `work` gives, unless `signal` aborts before: then it rejects, and the work is left to itself. */
export async function unlessAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const over = Promise.withResolvers<never>();
  const end = () => {
    over.reject(new Unavailable('what waited for Kafka has ended'));
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
