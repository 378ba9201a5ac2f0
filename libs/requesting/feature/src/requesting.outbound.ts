import { type Outbound, type RecordedEvent, tracedBy } from '@vestigo/kernel';
import {
  type Addressing,
  type AnyTracingMessage,
  encode,
  receiptOf,
  type RefusedMessageEvent,
} from '@vestigo/protocol';
import { tracingRequest, type TracingRequestEvent } from '@vestigo/requesting/domain';

/** Replies that the requesting service could not follow are kept in streams of this category. */
export const REFUSED_REPLIES = 'refusedReply' as const;

type Leaving = TracingRequestEvent | RefusedMessageEvent;

/** What the State asked gets to hear: the request, its withdrawal, its closure. */
export const requestingOutbound = (addressing: Addressing): Outbound<Leaving> => ({
  name: 'requesting',
  categories: [tracingRequest.category, REFUSED_REPLIES],
  letterOf(recorded) {
    const message = tracingMessageOf(recorded);
    if (!message) return undefined;
    const { id, requestId, respondingState } = message;
    return {
      channel: addressing.requests(respondingState),
      message: { id, key: requestId, body: encode(message) },
    };
  },
});

function tracingMessageOf({ id, event, meta }: RecordedEvent<Leaving>): AnyTracingMessage | undefined {
  if (event.type === 'MessageRefused') return receiptOf(id, event, 'requestingState', meta);
  if (!event.clock) return undefined;
  const { code: _, ...parties } = event.clock;
  const { occurredAt } = event;
  const envelope = {
    id,
    ...parties,
    from: parties.requestingState,
    occurredAt,
    correlationId: meta.correlationId,
    ...tracedBy(meta),
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
    case 'MessageRerun':
      return undefined;
    default:
      return undefined;
  }
}
