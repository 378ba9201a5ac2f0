import {
  fold,
  idOf,
  type Log,
  type Position,
  type Projection,
  type RecordedEvent,
  type View,
} from '@vestigo/kernel';
import {
  isSubmitted,
  type KeptRequest,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';

type Recorded = RecordedEvent<TracingRequestEvent>;

/** Which request follows from which. */
export const traceLinks: Projection<Recorded> = {
  name: 'trace_link',
  version: '1',
  tables: ['trace_link'],
  schema: `
    CREATE TABLE trace_link (id TEXT PRIMARY KEY, parent TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX trace_link_by_parent ON trace_link (parent);`,
  categories: [tracingRequest.category],
  project(events, rows) {
    for (const [id, parent] of linksIn(events)) {
      rows.run('INSERT OR IGNORE INTO trace_link VALUES (?, ?)', id, parent);
    }
  },
};

function linksIn(events: readonly Recorded[]): readonly (readonly [string, string])[] {
  return events.flatMap(({ event, stream }) => {
    const parent = event.type === 'RequestSubmitted' ? event.data.parentRequestId : undefined;
    return parent === undefined ? [] : [[idOf(stream), parent] as const];
  });
}

const together = `
  WITH RECURSIVE above(id) AS (
    SELECT ?1 UNION SELECT parent FROM trace_link JOIN above USING (id)
  ), together(id) AS (
    SELECT id FROM above UNION SELECT trace_link.id FROM trace_link JOIN together ON trace_link.parent = together.id
  )
  SELECT id FROM together`;

export const TRACE_LINKS = Symbol('view of which request follows from which');

/** The requests that hang together with one. */
export type TrailOf = (requestId: string) => Promise<readonly KeptRequest[]>;

/** Reads trails from the view, and from the log what the view has not come to yet: a desk goes on from what it has just written. */
export function trailReader(log: Log, view: View): TrailOf {
  return async (requestId) => {
    const late = await linksAfter(log, view.checkpoint());
    const ids = new Set<string>();
    const take = (id: string): void => {
      for (const { id: one } of view.all<{ readonly id: string }>(together, id)) {
        if (ids.has(one)) continue;
        ids.add(one);
        for (const [child, parent] of late) {
          if (child === one) take(parent);
          if (parent === one) take(child);
        }
      }
    };
    take(requestId);
    const kept = await Promise.all([...ids].map((id) => keptRequest(log, id)));
    return kept.flatMap((each) => each ?? []);
  };
}

async function linksAfter({ store }: Log, after: Position): Promise<readonly (readonly [string, string])[]> {
  const links: (readonly [string, string])[] = [];
  const head = await store.head();
  for (let through = after; through < head;) {
    const batch = await store.readAll<TracingRequestEvent>({
      after: through,
      categories: [tracingRequest.category],
    });
    links.push(...linksIn(batch.events));
    if (batch.through <= through) break;
    through = batch.through;
  }
  return links;
}

/** A request that was sent, straight from the log. */
export async function keptRequest({ store }: Log, requestId: string): Promise<KeptRequest | undefined> {
  const history = await store.read<TracingRequestEvent>(`${tracingRequest.category}-${requestId}`);
  const request = fold(tracingRequest, history);
  return isSubmitted(request) ? { request, history } : undefined;
}
