import { type Outbound, type RecordedEvent, tracedBy } from '@vestigo/kernel';
import {
  type Addressing,
  type AnyTracingMessage,
  encode,
  receiptOf,
  type RefusedMessageEvent,
} from '@vestigo/protocol';
import { traceCase, type TraceCaseEvent } from '@vestigo/responding/domain';

/** Requests that the responding service could not follow are kept in streams of this category. */
export const REFUSED_REQUESTS = 'refusedRequest' as const;

type Leaving = TraceCaseEvent | RefusedMessageEvent;

/** What the requesting State gets to hear: receipt, acknowledgement, answer, refusal. */
export const respondingOutbound = (addressing: Addressing): Outbound<Leaving> => ({
  name: 'responding',
  categories: [traceCase.category, REFUSED_REQUESTS],
  letterOf(recorded) {
    const message = tracingMessageOf(recorded);
    if (!message) return undefined;
    const { id, requestId, requestingState } = message;
    return {
      channel: addressing.replies(requestingState),
      message: { id, key: requestId, body: encode(message) },
    };
  },
});

function tracingMessageOf({ id, event, meta }: RecordedEvent<Leaving>): AnyTracingMessage | undefined {
  if (event.type === 'MessageRefused') return receiptOf(id, event, 'respondingState', meta);
  if (!event.clock) return undefined;
  const { code: _, ...parties } = event.clock;
  const { occurredAt } = event;
  const envelope = {
    id,
    ...parties,
    from: parties.respondingState,
    occurredAt,
    correlationId: meta.correlationId,
    ...tracedBy(meta),
  };
  switch (event.type) {
    case 'CaseReceived':
      return { kind: 'request-delivered', ...envelope, data: {} };
    case 'CaseAcknowledged':
      return { kind: 'request-acknowledged', ...envelope, data: {} };
    case 'CaseAnswered':
      return { kind: 'request-answered', ...envelope, data: event.data };
    case 'CaseRefused': {
      const { ground, reason } = event.data;
      return { kind: 'request-refused', ...envelope, data: { ground, reason } };
    }
    case 'CaseWithdrawn':
    case 'CaseClosed':
    case 'ReplyDeliveryFailed':
    case 'MessageRerun':
      return undefined;
    default:
      return undefined;
  }
}
