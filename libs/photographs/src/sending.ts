import { hash } from 'node:crypto';
import { countBehind, type EventStore, type Loop, type Term } from '@vestigo/kernel';
import { encodeNotice, type PhotographPart, type Post } from '@vestigo/protocol';
import type { PhotographStore } from './photograph-store';
import { REQUESTS, sentWith } from './referred-photographs';

/** Bytes of one part: 256 KiB of text in base64. */
const partSize = 192 * 1024;

/** The lease of whoever sends them. */
export const SENDING_PHOTOGRAPHS = 'outbound:photographs';
const categories = [REQUESTS];

/**
 * Sends the photographs of each request into the letter box that the request goes to, part by part, one at a time in memory. The
 * log is the outbox: stopped in between, it sends the same parts again, under the same ids.
 */
export function sendingLoop(store: EventStore, photographs: PhotographStore, post: Post): Loop {
  const { leadership } = post;
  return {
    name: 'publish photographs',
    run: (signal) =>
      leadership.lead(SENDING_PHOTOGRAPHS, (term) => keepSending(store, photographs, post, term), signal),
    behind: async () =>
      countBehind(
        store,
        (query) => store.readAll(query),
        await leadership.reached(SENDING_PHOTOGRAPHS),
        categories,
      ),
  };
}

async function keepSending(
  store: EventStore,
  photographs: PhotographStore,
  { transport, addressing }: Post,
  { from, signal, reach, holds }: Term,
): Promise<void> {
  for await (const { events, through } of store.follow({ after: from, categories }, signal)) {
    for (const { event } of events) {
      const sent = sentWith(event);
      for (const { sha256 } of sent?.photographs ?? []) {
        if (!holds() || !sent) return;
        const { requestId, requestingState, respondingState } = sent.clock;
        const bytes = await photographs.read(requestingState, sha256);
        if (!bytes) continue;
        const matter = { requestId, from: requestingState, to: respondingState, sha256 };
        for (const part of partsOf(matter, bytes)) {
          const id = idOf(part);
          const body = encodeNotice({
            kind: 'photograph-part',
            id,
            occurredAt: event.occurredAt,
            data: part,
          });
          await transport.publish(addressing.requests(respondingState), [{ id, key: requestId, body }]);
        }
      }
    }
    if (!holds()) return;
    await reach(through);
  }
}

function* partsOf(
  matter: Pick<PhotographPart, 'requestId' | 'from' | 'to' | 'sha256'>,
  bytes: Buffer,
): Generator<PhotographPart> {
  const count = Math.max(1, Math.ceil(bytes.length / partSize));
  for (let index = 0; index < count; index += 1) {
    const content = bytes.subarray(index * partSize, (index + 1) * partSize).toString('base64');
    yield { ...matter, index, count, content };
  }
}

/** Same part of the same request, same id: a UUIDv8 (RFC 9562, 5.8). */
function idOf({ requestId, sha256, index }: PhotographPart): string {
  const digest = hash('sha256', `${requestId} ${sha256} ${String(index)}`, 'hex');
  const [first, second, third, fourth] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 15),
    digest.slice(15, 18),
  ];
  return `${first}-${second}-8${third}-8${fourth}-${digest.slice(18, 30)}`;
}
