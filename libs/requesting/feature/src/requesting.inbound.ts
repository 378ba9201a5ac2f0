import { handle, type Instant, type Log, Rejection, tracedBy } from '@vestigo/kernel';
import { type AnyTracingMessage, type Inbound, receivedId, tracingInbound } from '@vestigo/protocol';
import { tracingRequest, type TracingRequestCommand } from '@vestigo/requesting/domain';
import { REFUSED_REPLIES } from './requesting.outbound';

/** Follows what the States asked say. The message id makes a second delivery harmless. */
export const repliesInbound = (log: Log, now: () => Instant): Inbound =>
  tracingInbound(REFUSED_REPLIES, async (message) => {
    const command = commandOf(message, now());
    if (command instanceof Rejection) throw command;
    await handle(log, tracingRequest, message.requestId, command, {
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

function commandOf(message: AnyTracingMessage, now: Instant): TracingRequestCommand | Rejection {
  const respondedAt = message.occurredAt;
  // The clock of their desk may be ahead of ours: what they tell has happened, by our clock now at the latest.
  const act = { by: message.from, at: message.imported ? Math.min(respondedAt, now) : now, now };
  switch (message.kind) {
    case 'request-delivered':
      return { type: 'RecordDelivery', ...act, respondedAt };
    case 'request-acknowledged':
      return { type: 'RecordAcknowledgement', ...act, respondedAt };
    case 'request-answered':
      return { type: 'RecordAnswer', ...act, respondedAt, answer: message.data };
    case 'request-refused':
      return { type: 'RecordRefusal', ...act, respondedAt, refusal: message.data };
    case 'message-refused':
      return {
        type: 'RecordDeliveryFailure',
        ...act,
        reason: `${message.data.code}: ${message.data.reason}`,
      };
    case 'request-submitted':
    case 'request-withdrawn':
    case 'request-closed':
    case 'clock-fact-reported':
      return new Rejection('invalid', 'wrong-channel', `${message.kind} is no reply.`);
    default:
      return new Rejection('invalid', 'unknown-type', 'The message kind is not known here.');
  }
}
