import type { Batch, LogQuery } from '@vestigo/kernel';
import type { Breathe, Wakeup } from './wakeup';

/**
 * Page by page up to the head of the log, then whatever is committed. `page` reads at once, without a pause before the
 * next `wait`: so no commit falls between looking and waiting.
 */
export async function* follow<Event>(
  page: (query: LogQuery) => Batch<Event>,
  query: LogQuery,
  signal: AbortSignal,
  wakeup: Wakeup,
  breathe: Breathe,
): AsyncGenerator<Batch<Event>, void> {
  let after = query.after;
  while (!signal.aborted) {
    const batch = page({ ...query, after });
    if (batch.through === after) {
      await wakeup.wait(signal);
    } else {
      const started = performance.now();
      yield batch;
      after = batch.through;
      await breathe(performance.now() - started);
    }
  }
}
