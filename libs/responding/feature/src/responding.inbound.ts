import { encodeClockBasis, type Weekday } from '@vestigo/deadlines';
import { handle, type Instant, type Log, Rejection, tracedBy } from '@vestigo/kernel';
import { type AnyTracingMessage, type Inbound, receivedId, tracingInbound } from '@vestigo/protocol';
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
  switch (message.kind) {
    case 'request-submitted': {
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
    case 'request-withdrawn':
      return { type: 'RecordWithdrawal', ...act, reason: message.data.reason };
    case 'request-closed':
      return { type: 'RecordClosure', ...act, conclusion: message.data.conclusion };
    case 'message-refused':
      return { type: 'RecordReplyFailure', ...act, reason: `${message.data.code}: ${message.data.reason}` };
    case 'request-delivered':
    case 'request-acknowledged':
    case 'request-answered':
    case 'request-refused':
    case 'clock-fact-reported':
      return new Rejection('invalid', 'wrong-channel', `${message.kind} is no request.`);
    default:
      return new Rejection('invalid', 'unknown-type', 'The message kind is not known here.');
  }
}
