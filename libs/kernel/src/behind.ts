import type { Position } from './event';
import type { Batch, EventStore, LogQuery } from './event-store';

/** Positions looked at in one go, and how often before it is left at an estimate: health and metrics ask again and again. */
const page = 512;
const mostPages = 4;

/**
 * How many events of these categories stand after a position. Positions are no count: in some stores they are bytes, and
 * events of other categories lie between. Exact up to some hundreds; beyond, the rest of the log is taken to be like its next pages.
 */
export async function countBehind(
  store: Pick<EventStore, 'head'>,
  read: (query: LogQuery) => Promise<Batch<unknown>>,
  after: Position,
  categories: readonly string[] | undefined,
): Promise<number> {
  const head = await store.head();
  let found = 0;
  let through = after;
  for (let pages = 0; pages < mostPages && through < head; pages += 1) {
    const query = { after: through, limit: page, ...(categories && { categories }) };
    const batch = await read(query);
    found += batch.events.length;
    if (batch.through <= through) return found;
    through = batch.through;
  }
  if (through >= head) return found;
  return Math.max(1, Math.ceil((found * (head - after)) / (through - after)));
}
