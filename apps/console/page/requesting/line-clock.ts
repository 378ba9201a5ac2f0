import type { MessageId } from '../messages/areas';
import type { RequestStatus, RequestSummary } from './requests.query';

export type ClockName = 'acknowledgement' | 'answer';

/** How one clock of a request shows on a list: a due instant where it runs, or why it does not. */
export type LineClock =
  | { readonly kind: 'due'; readonly at: string }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'still'; readonly says: MessageId };

const beforeReceipt: ReadonlySet<string> = new Set<RequestStatus>(['sent', 'undeliverable']);
const ended: ReadonlySet<string> = new Set<RequestStatus>([
  ...(['withdrawn', 'closed', 'duplicate', 'redirected', 'lapsed'] as const),
]);

export function lineClock(
  clock: ClockName,
  { status, due }: Pick<RequestSummary, 'status' | 'due'>,
): LineClock {
  const at = due[clock];
  if (at !== null) return { kind: 'due', at };
  if (due.suspended && clock === 'answer') return { kind: 'suspended' };
  return { kind: 'still', says: stillBecause(clock, status) };
}

function stillBecause(clock: ClockName, status: RequestStatus): MessageId {
  if (status === 'draft' || status === 'approved') return 'requesting.clockNotSent';
  if (beforeReceipt.has(status)) return 'requesting.clockNotReceived';
  if (ended.has(status)) return 'requesting.clockEnded';
  // Received before this exchange kept by which clock of the desk asked: the request itself tells more.
  if (status === 'received') return 'requesting.clockUnknown';
  if (clock === 'acknowledgement') return 'requesting.clockAcknowledged';
  if (waitsForAnswer.has(status)) return 'requesting.clockUnknown';
  return status === 'refused' ? 'requesting.clockRefused' : 'requesting.clockAnswered';
}

const waitsForAnswer: ReadonlySet<string> = new Set<RequestStatus>([
  ...(['acknowledged', 'information-requested', 'in-search'] as const),
]);
