import type { Batch, LogQuery } from '@vestigo/kernel';
import { gather, type Pace, type Wakeup } from './wakeup';

export interface Following extends Pace {
  readonly query: LogQuery;
  readonly signal: AbortSignal;
  /** Positions that a page looks at. */
  readonly size: number;
  readonly wakeup: Wakeup;
}

/**
 * Page by page up to the head of the log, then whatever is committed. `page` reads at once, without a pause before the
 * next `wait`: so no commit falls between looking and waiting.
 */
export async function* follow<Event>(
  page: (query: LogQuery) => Batch<Event>,
  { query, signal, size, wakeup, gatherMs = 0 }: Following,
): AsyncGenerator<Batch<Event>, void> {
  let { after } = query;
  while (!signal.aborted) {
    const before = after;
    const batch = page({ ...query, after });
    if (batch.through > before) {
      yield batch;
      after = batch.through;
    } else {
      await wakeup.wait(signal);
    }
    await gather(after - before < size ? gatherMs : 0);
  }
}
