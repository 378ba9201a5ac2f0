import type { RegimeProfile } from '@vestigo/deadlines';
import type { KeptRequest } from './hop';
import type { DeskClock } from './tracing-request.events';

/** What limits are derived from, beside the request itself. */
export interface ClockRules {
  readonly profiles: readonly RegimeProfile[];
  /** The clock that the desk of a State lives by now. */
  readonly deskClock: (state: string) => DeskClock;
}

/** As it was at receipt; as the directory has it now where the receipt does not say. */
export function deskClockOf({ request, history }: KeptRequest, { deskClock }: ClockRules): DeskClock {
  const received = history.map(({ event }) => event).find(({ type }) => type === 'RequestDelivered');
  const said = received && 'deskClock' in received.data ? received.data.deskClock : undefined;
  return said ?? deskClock(request.parties.respondingState);
}
