import type { Message, Outbound, RecordedEvent } from '@vestigo/kernel';
import { type AnyTracingMessage, CHANNELS, encode, type MessageRefused, receiptOf } from '@vestigo/protocol';
import { tracingRequest, type TracingRequestEvent } from '@vestigo/requesting/domain';

/** Replies that the requesting service could not follow are kept in streams of this category. */
export const REFUSED_REPLIES = 'refusedReply';

type Leaving = TracingRequestEvent | MessageRefused;

/** What the State asked gets to hear: the request, its withdrawal, its closure. */
export const requestingOutbound: Outbound<Leaving> = {
  name: 'requesting',
  categories: [tracingRequest.category, REFUSED_REPLIES],
  channel: CHANNELS.requests,
  messageOf(recorded): Message | undefined {
    const message = tracingMessageOf(recorded);
    return message && { id: message.id, key: message.requestId, body: encode(message) };
  },
};

function tracingMessageOf({ id, event, meta }: RecordedEvent<Leaving>): AnyTracingMessage | undefined {
  if (event.type === 'MessageRefused') return receiptOf(id, event, 'requestingState');
  if (!event.clock) return undefined;
  const { code: _, ...parties } = event.clock;
  const { occurredAt } = event;
  const envelope = {
    id,
    ...parties,
    from: parties.requestingState,
    occurredAt,
    correlationId: meta.correlationId,
  };
  switch (event.type) {
    case 'RequestSubmitted':
      return { kind: 'request-submitted', ...envelope, data: event.data };
    case 'RequestWithdrawn':
      return { kind: 'request-withdrawn', ...envelope, data: event.data };
    case 'RequestClosed':
      return { kind: 'request-closed', ...envelope, data: event.data };
    case 'RequestDelivered':
    case 'DeliveryFailed':
    case 'AcknowledgementReceived':
    case 'AnswerReceived':
    case 'RefusalReceived':
      return undefined;
    default:
      return undefined;
  }
}
