import type { Position } from './event';
import type { Batch, EventStore, LogQuery } from './event-store';

/** Positions looked at in turn until something is found: health, metrics and whoever waits for rest ask again and again. */
const pages = [64, 512, 512, 512] as const;

/**
 * How many events of these categories stand after a position. Positions are no count: in some stores they are bytes, and
 * events of other categories lie between. Exact near the head; from afar, the rest of the log is taken to be like its next page.
 */
export async function countBehind(
  store: Pick<EventStore, 'head'>,
  read: (query: LogQuery) => Promise<Batch<unknown>>,
  after: Position,
  categories: readonly string[] | undefined,
): Promise<number> {
  const head = await store.head();
  let through = after;
  for (const limit of pages) {
    if (through >= head) return 0;
    const batch = await read({ after: through, limit, ...(categories && { categories }) });
    if (batch.through <= through) return 0;
    through = batch.through;
    const found = batch.events.length;
    if (found > 0) return Math.ceil((found * Math.max(head - after, through - after)) / (through - after));
  }
  return through >= head ? 0 : 1;
}
