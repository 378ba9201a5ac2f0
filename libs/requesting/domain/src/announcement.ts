import { type Decider, type DomainEvent, type Instant, Rejection } from '@vestigo/kernel';
import type { TracingRequestEvent } from './tracing-request.events';

/** A request that follows from another is announced on its trail before it is sent (ADR 22). The id of this event is that of the announcement. */
export type TrailEvent = DomainEvent<'FollowOnAnnounced', { readonly requestId: string }>;

export interface AnnounceFollowOn {
  readonly type: 'AnnounceFollowOn';
  readonly at: Instant;
  readonly requestId: string;
}

/**
 * Streams `trail-<id of the first request>`: the requests that were about to be sent, in their order. Whoever announces one has looked at all
 * before it, and at what became of them; the version of the stream sees to that.
 */
export const trailOrder: Decider<readonly string[], AnnounceFollowOn, TrailEvent> = {
  category: 'trail',
  initial: [],
  decide: ({ at, requestId }) => [
    { type: 'FollowOnAnnounced', occurredAt: at, clock: null, data: { requestId } },
  ],
  evolve: (announced, { data }) => [...announced, data.requestId],
};

/** Under what a request is sent that follows from another. */
export interface Announced {
  /** Id of its announcement on the trail. */
  readonly announcement?: string;
}

/** Announcements under which a request can be sent no more: another one took its turn. */
export interface WithLapses {
  readonly lapsed?: readonly string[];
}

export type LapseEvent = Extract<TracingRequestEvent, { readonly type: 'AnnouncementLapsed' }>;

export function afterLapse<State extends WithLapses>(state: State, { data }: LapseEvent): State {
  return { ...state, lapsed: [...(state.lapsed ?? []), data.announcement] };
}

export const ANNOUNCEMENT_LAPSED = 'announcement-lapsed';

/** What keeps a request from being sent under an announcement that another one has overtaken. */
export function stillAnnounced(
  { announcement }: Announced,
  { lapsed = [] }: WithLapses,
): Rejection | undefined {
  if (announcement === undefined || !lapsed.includes(announcement)) return undefined;
  return new Rejection(
    'conflict',
    ANNOUNCEMENT_LAPSED,
    'Another request of this trail was sent meanwhile. Send it again.',
  );
}
