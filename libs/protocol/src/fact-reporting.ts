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
} from '@vestigo/kernel';
import type { Post } from './addressing';
import { encode } from './codec';
import { type DeskSide, encodeNotice } from './notices';

/** The channel to oversight: one partition, so that a notice of completeness comes after the facts that it speaks of. */
export const CLOCK_FACTS = 'clock-facts';

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

function factsOutbound({ side, categories }: Reporting): Outbound<DomainEvent> {
  const speaker = side === 'requesting' ? 'requestingState' : 'respondingState';
  return {
    name: `${side}-facts`,
    categories,
    letterOf({ id, event, recordedAt, meta }) {
      const { type, occurredAt, clock } = event;
      if (!clock) return undefined;
      const { code, ...parties } = clock;
      const body = encode({
        kind: 'clock-fact-reported',
        id,
        ...parties,
        from: parties[speaker],
        occurredAt,
        correlationId: meta.correlationId,
        data: { fact: type, ...(code !== '' && { code }), recordedAt: new Date(recordedAt).toISOString() },
      });
      return { channel: CLOCK_FACTS, message: { id, key: parties.requestId, body } };
    },
  };
}

/** An append takes less than this from being dated to being seen; a longer one would find its fact declared complete. */
const margin = 5_000;
const pause = 1_000;

/** Says from time to time: what these desks recorded before that instant has all been reported. */
function completenessLoop({ store, post, side, now }: Reporting, task: string): Loop {
  const { leadership, transport, states } = post;
  return {
    name: `complete ${side}-facts`,
    run: (signal) =>
      leadership.lead(
        `complete:${side}`,
        async (term) => {
          const over = () => term.signal.aborted;
          while (!over()) {
            const through = now() - margin;
            await reached(leadership, task, await store.head(), term.signal);
            if (over()) return;
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
