import type { MessageId } from '../messages/areas';
import type { RequestStatus, RunningClock } from './requests.query';

export type ClockName = RunningClock['clock'];

/** How one clock of a request shows on a list: a due instant where it runs, or why it does not. */
export type LineClock =
  | {
      readonly kind: 'due';
      readonly at: string;
      readonly overdue: boolean;
      readonly regime: string;
      readonly nature: string;
    }
  | { readonly kind: 'still'; readonly says: MessageId };

const beforeReceipt: ReadonlySet<string> = new Set<RequestStatus>([
  'draft',
  'approved',
  'sent',
  'undeliverable',
]);
const ended: ReadonlySet<string> = new Set<RequestStatus>([
  'withdrawn',
  'closed',
  'duplicate',
  'redirected',
  'lapsed',
]);

/** `running`: the clocks of this request that the oversight counts. */
export function lineClock(
  clock: ClockName,
  status: RequestStatus,
  running: readonly RunningClock[],
): LineClock {
  const found = running.find((one) => one.clock === clock);
  if (found?.suspended) return { kind: 'still', says: 'requesting.clockOwed' };
  if (found?.dueAt) {
    const { dueAt: at, overdue, regime, nature } = found;
    return { kind: 'due', at, overdue, regime, nature };
  }
  return { kind: 'still', says: stillBecause(clock, status) };
}

function stillBecause(clock: ClockName, status: RequestStatus): MessageId {
  if (status === 'draft' || status === 'approved') return 'requesting.clockNotSent';
  if (beforeReceipt.has(status)) return 'requesting.clockNotReceived';
  if (status === 'information-requested' && clock === 'answer') return 'requesting.clockOwed';
  if (ended.has(status)) return 'requesting.clockEnded';
  if (clock === 'acknowledgement') return 'requesting.clockAcknowledged';
  return status === 'refused' ? 'requesting.clockRefused' : 'requesting.clockAnswered';
}

/** Two clocks of each request. */
export function clocksByRequest(
  clocks: readonly RunningClock[],
): ReadonlyMap<string, readonly RunningClock[]> {
  return Map.groupBy(clocks, ({ requestId }) => requestId);
}
