import type { ReferredPhotograph } from '@vestigo/http';
import type { ClockFacts, DomainEvent, EventStore } from '@vestigo/kernel';

/** Streams of a matter, the event of each that holds the request, and whose stream it is. */
const sides = [
  { category: 'tracingRequest', type: 'RequestSubmitted', desk: 'requestingState' },
  { category: 'traceCase', type: 'CaseReceived', desk: 'respondingState' },
] as const satisfies readonly {
  readonly category: string;
  readonly type: string;
  readonly desk: keyof ClockFacts;
}[];

export const REQUESTS = sides[0].category;

/** The photographs that an event of a requesting State sends out, and between whom; undefined when it sends none. */
export function sentWith(event: DomainEvent) {
  if (event.type !== sides[0].type || !event.clock) return undefined;
  const photographs = photographsIn(event.data);
  return photographs.length > 0 ? { clock: event.clock, photographs } : undefined;
}

/** The photographs that an event of either desk names. */
export function namedIn(event: DomainEvent): readonly ReferredPhotograph[] {
  return sides.some(({ type }) => type === event.type) ? photographsIn(event.data) : [];
}

/** What the matter with this id refers to, for a State that is a party to it; nothing for any other. */
export async function referredIn(
  store: EventStore,
  requestId: string,
  state: string,
): Promise<readonly ReferredPhotograph[]> {
  for (const { category, type, desk } of sides) {
    const history = await store.read(`${category}-${requestId}`);
    const found = history.find(({ event }) => event.type === type && event.clock?.[desk] === state);
    if (found) return photographsIn(found.event.data);
  }
  return [];
}

function photographsIn(data: unknown): readonly ReferredPhotograph[] {
  if (typeof data !== 'object' || data === null || !('photographs' in data)) return [];
  return Array.isArray(data.photographs) ? data.photographs.filter(isReference) : [];
}

function isReference(value: unknown): value is ReferredPhotograph {
  if (typeof value !== 'object' || value === null || !('sha256' in value)) return false;
  return typeof value.sha256 === 'string' && /^[0-9a-f]{64}$/.test(value.sha256);
}
