import type { Decider, Instant } from '@vestigo/kernel';
import type { LapseEvent } from './announcement';
import { isSubmitted, type TracingRequest, tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

export interface LapseAnnouncement {
  readonly type: 'LapseAnnouncement';
  readonly at: Instant;
  readonly announcement: string;
}

/**
 * Closes the way on which a request that was announced could still be sent, in its own stream: so it is sent, or its announcement lapses, and
 * never both. No act of a desk.
 */
export const lapsedAnnouncement: Decider<TracingRequest, LapseAnnouncement, TracingRequestEvent> = {
  ...tracingRequest,
  decide({ at: occurredAt, announcement }, state): readonly LapseEvent[] {
    if (isSubmitted(state) || state.lapsed?.includes(announcement)) return [];
    return [{ type: 'AnnouncementLapsed', occurredAt, clock: null, data: { announcement } }];
  },
};
