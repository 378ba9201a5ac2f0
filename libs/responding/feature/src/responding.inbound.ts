import { encodeClockBasis, type Weekday } from '@vestigo/deadlines';
import { handle, type Instant, type Log, never, Rejection, tracedBy } from '@vestigo/kernel';
import {
  type AnyTracingMessage,
  type Inbound,
  isSaidBy,
  type MessageOf,
  receivedId,
  tracingInbound,
} from '@vestigo/protocol';
import type { RequestingAct, RequestingStep } from '@vestigo/lifecycle';
import { traceCase, type TraceCaseCommand } from '@vestigo/responding/domain';
import { REFUSED_REQUESTS } from './responding.outbound';

/** The clock that a State's desk lives by: its time zone, and its days off each week (0 Sunday to 6 Saturday). */
export interface DeskClock {
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
}

export interface Reception {
  readonly log: Log;
  readonly now: () => Instant;
  /** The clock in force at this State's desk at receipt. */
  readonly deskClock: (state: string) => Promise<DeskClock>;
}

/** Follows what requesting States say. The message id makes a second delivery harmless. */
export const requestsInbound = ({ log, now, deskClock }: Reception): Inbound =>
  tracingInbound(REFUSED_REQUESTS, async (message) => {
    const command = await commandOf(message, now(), deskClock);
    if (command instanceof Rejection) throw command;
    await handle(log, traceCase, message.requestId, command, {
      messageId: receivedId(message),
      meta: {
        actor: `service:${message.from}`,
        state: message.from,
        role: 'service',
        correlationId: message.correlationId,
        causationId: message.id,
        ...tracedBy(message),
      },
    });
  });

async function commandOf(
  message: AnyTracingMessage,
  now: Instant,
  deskClock: Reception['deskClock'],
): Promise<TraceCaseCommand | Rejection> {
  const { requestId, requestingState, respondingState, imported } = message;
  // The clock of their desk may be ahead of ours: what they tell has happened, by our clock now at the latest.
  const act = { by: message.from, at: imported ? Math.min(message.occurredAt, now) : now, now };
  if (message.kind === 'request-submitted') {
    const { priority, regimes } = message.data;
    if (priority !== 'ROUTINE' && priority !== 'URGENT') {
      return new Rejection('invalid', 'unknown-priority', `The priority ${priority} is not known here.`);
    }
    return {
      type: 'ReceiveRequest',
      ...act,
      parties: { requestId, requestingState, respondingState, imported },
      content: message.data,
      clockBasis: encodeClockBasis({ priority, regimes, ...(await deskClock(respondingState)) }),
    };
  }
  if (message.kind === 'message-refused') {
    const { code, reason } = message.data;
    return { type: 'RecordReplyFailure', ...act, reason: `${code}: ${reason}` };
  }
  if (!isSaidBy('requesting', message)) {
    return new Rejection('invalid', 'wrong-channel', `${message.kind} is no request.`);
  }
  return { type: 'RecordWord', ...act, word: wordIn(message), number: message.act };
}

type Word = Exclude<MessageOf<'requesting'>, { readonly kind: 'request-submitted' }>;

/** The act of the requesting State, after its request, that a message tells of. */
export function wordIn(message: Word): RequestingAct<RequestingStep> {
  switch (message.kind) {
    case 'request-information-supplied':
      return { kind: 'supply', said: message.data };
    case 'request-information-declined':
      return { kind: 'decline', said: message.data };
    case 'request-clarification-sought':
      return { kind: 'seek-clarification', said: message.data };
    case 'request-reminder-sent':
      return { kind: 'remind', said: message.data };
    case 'request-withdrawn':
      return { kind: 'withdraw', said: message.data };
    case 'request-closed':
      return { kind: 'close', said: message.data };
    case 'request-lapsed':
      return { kind: 'lapse', said: message.data };
    case 'request-reopened':
      return { kind: 'reopen', said: message.data };
    case 'request-marked-duplicate':
      return { kind: 'mark-duplicate', said: message.data };
    case 'request-consent-asked':
      return { kind: 'ask-consent', said: message.data };
    case 'request-disclosure-notice-given':
      return { kind: 'give-notice', said: message.data };
    default:
      throw never(message, 'word');
  }
}
