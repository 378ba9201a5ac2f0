import { type Outbound, type RecordedEvent, tracedBy } from '@vestigo/kernel';
import {
  type Addressing,
  type AnyTracingMessage,
  encode,
  receiptOf,
  type RefusedMessageEvent,
} from '@vestigo/protocol';
import {
  isReplyEvent,
  type Stamp,
  tracingRequest,
  type TracingRequestEvent,
} from '@vestigo/requesting/domain';

/** Replies that the requesting service could not follow are kept in streams of this category. */
export const REFUSED_REPLIES = 'refusedReply' as const;

type Leaving = TracingRequestEvent | RefusedMessageEvent;

/** What the State asked gets to hear: every act of this desk, none of its drafts, and nothing of what it heard. */
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
  if (!event.clock || isReplyEvent(event)) return undefined;
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
    case 'RequestResent': {
      const { addressedTo: _, ...data } = event.data;
      return { kind: 'request-submitted', ...envelope, ...saidIn(data) };
    }
    case 'InformationSupplied':
      return { kind: 'request-information-supplied', ...envelope, ...saidIn(event.data) };
    case 'InformationDeclined':
      return { kind: 'request-information-declined', ...envelope, ...saidIn(event.data) };
    case 'ClarificationSought':
      return { kind: 'request-clarification-sought', ...envelope, ...saidIn(event.data) };
    case 'ReminderSent':
      return { kind: 'request-reminder-sent', ...envelope, ...saidIn(event.data) };
    case 'RequestWithdrawn':
      return { kind: 'request-withdrawn', ...envelope, ...saidIn(event.data) };
    case 'RequestClosed':
      return { kind: 'request-closed', ...envelope, ...saidIn(event.data) };
    case 'RequestLapsed':
      return { kind: 'request-lapsed', ...envelope, ...saidIn(event.data) };
    case 'RequestReopened':
      return { kind: 'request-reopened', ...envelope, ...saidIn(event.data) };
    case 'RequestMarkedDuplicate':
      return { kind: 'request-marked-duplicate', ...envelope, ...saidIn(event.data) };
    case 'ConsentAsked':
      return { kind: 'request-consent-asked', ...envelope, ...saidIn(event.data) };
    case 'DisclosureNoticeGiven':
      return { kind: 'request-disclosure-notice-given', ...envelope, ...saidIn(event.data) };
    case 'RequestDrafted':
    case 'DraftRevised':
    case 'DraftApproved':
    case 'DeliveryFailed':
    case 'ConsentQuestionDelivered':
    case 'AnnouncementLapsed':
    case 'MessageRerun':
      return undefined;
    default:
      return undefined;
  }
}

/** What an act says, and its number, where it has one. */
function saidIn<Data extends Stamp>({ act, ...data }: Data) {
  return { ...(act && { act }), data };
}
