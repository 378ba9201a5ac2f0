import { type Outbound, type RecordedEvent, tracedBy } from '@vestigo/kernel';
import {
  type Addressing,
  type AnyTracingMessage,
  encode,
  receiptOf,
  type RefusedMessageEvent,
} from '@vestigo/protocol';
import {
  crossHitNotice,
  type CrossHitNoticeEvent,
  type Flag,
  isWordEvent,
  type Parties,
  type Stamp,
  traceCase,
  type TraceCaseEvent,
} from '@vestigo/responding/domain';

/** Requests that the responding service could not follow are kept in streams of this category. */
export const REFUSED_REQUESTS = 'refusedRequest' as const;

type Leaving = TraceCaseEvent | CrossHitNoticeEvent | RefusedMessageEvent;

/** What the requesting State gets to hear: every act of this desk, and of what it heard that a question for consent has come. */
export const respondingOutbound = (addressing: Addressing): Outbound<Leaving> => ({
  name: 'responding',
  categories: [traceCase.category, crossHitNotice.category, REFUSED_REQUESTS],
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
  if (event.type === 'MessageRerun') return undefined;
  const envelopeOf = (parties: Parties) => ({
    id,
    ...parties,
    from: parties.respondingState,
    occurredAt: event.occurredAt,
    correlationId: meta.correlationId,
    ...tracedBy(meta),
  });
  if (event.type === 'CrossHitNoted') {
    const { parties, items } = event.data;
    return { kind: 'request-cross-hit-noted', ...envelopeOf(parties), data: { items } };
  }
  if (!event.clock) return undefined;
  const { code: _, ...parties } = event.clock;
  const envelope = envelopeOf(parties);
  if (event.type === 'ConsentRequested') {
    const { consent } = event.data;
    return { kind: 'request-consent-question-delivered', ...envelope, data: { consent } };
  }
  if (isWordEvent(event)) return undefined;
  switch (event.type) {
    case 'CaseReceived':
      return { kind: 'request-delivered', ...envelope, ...numberIn(event.data), data: {} };
    case 'CaseAcknowledged':
      return { kind: 'request-acknowledged', ...envelope, ...numberIn(event.data), data: {} };
    case 'InformationRequested':
      return { kind: 'request-information-requested', ...envelope, ...saidIn(event.data) };
    case 'SearchStarted':
      return { kind: 'request-search-started', ...envelope, ...numberIn(event.data), data: {} };
    case 'DelayNotified':
      return { kind: 'request-delay-notified', ...envelope, ...saidIn(event.data) };
    case 'CaseAnswered':
      return { kind: 'request-answered', ...envelope, ...saidIn(event.data) };
    case 'AnswerSupplemented':
      return { kind: 'request-answer-supplemented', ...envelope, ...saidIn(event.data) };
    case 'AnswerCorrected':
      return { kind: 'request-answer-corrected', ...envelope, ...saidIn(event.data) };
    case 'ItemsRefused':
      return { kind: 'request-items-refused', ...envelope, ...saidIn(event.data) };
    case 'RestrictionImposed':
      return { kind: 'request-restriction-imposed', ...envelope, ...saidIn(event.data) };
    case 'RestrictionLifted':
      return { kind: 'request-restriction-lifted', ...envelope, ...saidIn(event.data) };
    case 'CaseRefused':
      return { kind: 'request-refused', ...envelope, ...saidIn(event.data) };
    case 'ClarificationGiven':
      return { kind: 'request-clarification-given', ...envelope, ...saidIn(event.data) };
    case 'CaseRedirected':
      return { kind: 'request-redirected', ...envelope, ...saidIn(event.data) };
    case 'ConsentGiven':
      return { kind: 'request-consent-given', ...envelope, ...saidIn(event.data) };
    case 'ConsentDenied':
      return { kind: 'request-consent-denied', ...envelope, ...saidIn(event.data) };
    case 'ReplyDeliveryFailed':
      return undefined;
    default:
      return undefined;
  }
}

/** What an act says, and its number, where it has one; not the flag, which the desk keeps to itself. */
function saidIn<Data extends Stamp & Flag>({ act, outsideInstrument: _, ...data }: Data) {
  return { ...(act && { act }), data };
}

const numberIn = ({ act }: Stamp) => act && { act };
