import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DomainEvent,
  type EventStore,
  type Instant,
  type Leadership,
  type Loop,
  type Outbound,
  publisherLoop,
  publishing,
  type RecordedEvent,
  tracedBy,
} from '@vestigo/kernel';
import type { Post } from './addressing';
import { CLOCK_FACTS } from './channels';
import { encode } from './codec';
import type { TracingMessage } from './messages';
import { type DeskSide, encodeNotice } from './notices';

export interface Reporting {
  readonly store: EventStore;
  readonly post: Post;
  readonly side: DeskSide;
  /** The streams of the desk. */
  readonly categories: readonly string[];
  readonly now: () => Instant;
}

/** For desks that do not share the log of oversight: reports every clock fact, and how far the reports are complete. */
export function reportingLoops(reporting: Reporting): readonly Loop[] {
  const { store, post } = reporting;
  const outbound = factsOutbound(reporting);
  return [
    publisherLoop(store, post.leadership, post.transport, outbound),
    completenessLoop(reporting, publishing(outbound)),
  ];
}

/** The outbox of a desk towards oversight. */
export function factsOutbound({
  side,
  categories,
}: Pick<Reporting, 'side' | 'categories'>): Outbound<DomainEvent> {
  return {
    name: `${side}-facts`,
    categories,
    letterOf(recorded) {
      const report = reportOf(side, recorded);
      if (!report) return undefined;
      const { id, requestId } = report;
      return { channel: CLOCK_FACTS, message: { id, key: requestId, body: encode(report) } };
    },
  };
}

/** What a desk tells oversight of an event of its log: its clock facts, and nothing when it has none. */
export function reportOf(
  side: DeskSide,
  { id, event, recordedAt, meta }: RecordedEvent,
): TracingMessage<'clock-fact-reported'> | undefined {
  const { type, occurredAt, clock } = event;
  if (!clock) return undefined;
  const { code, ...parties } = clock;
  return {
    kind: 'clock-fact-reported',
    id,
    ...parties,
    from: side === 'requesting' ? parties.requestingState : parties.respondingState,
    occurredAt,
    correlationId: meta.correlationId,
    ...tracedBy(meta),
    data: { fact: type, ...(code !== '' && { code }), recordedAt: new Date(recordedAt).toISOString() },
  };
}

/**
 * Milliseconds. An append takes less than this from being dated to being seen, and the clock of the log is behind ours by less; else
 * a fact would be declared complete before it is there.
 */
const margin = 5_000;

/** Milliseconds. A notice stays on the channel for good, and a deadline that ran out is dated when it did, however late this is noticed. */
const pause = 10_000;

/** Says from time to time: what these desks recorded before that instant has all been reported. */
function completenessLoop({ store, post, side, now }: Reporting, task: string): Loop {
  const { leadership, transport, states } = post;
  return {
    name: `complete ${side}-facts`,
    run: (signal) =>
      leadership.lead(
        `complete:${side}`,
        async (term) => {
          while (term.holds()) {
            const through = now() - margin;
            await reached(leadership, task, await store.head(), term.signal);
            if (!term.holds()) return;
            const notice = { kind: 'facts-complete', id: randomUUID(), occurredAt: through } as const;
            const body = encodeNotice({ ...notice, data: { side, states } });
            await transport.publish(CLOCK_FACTS, [{ id: notice.id, key: side, body }]);
            await sleep(pause, undefined, { signal: term.signal }).catch(() => undefined);
          }
        },
        signal,
      ),
    behind: () => Promise.resolve(0),
  };
}

async function reached(leadership: Leadership, task: string, head: number, signal: AbortSignal) {
  while (!signal.aborted && (await leadership.reached(task)) < head) {
    await sleep(50, undefined, { signal }).catch(() => undefined);
  }
}
