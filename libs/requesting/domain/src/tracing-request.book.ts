import { never } from '@vestigo/kernel';
import {
  type ActKind,
  afterOwn,
  afterWord,
  itemNumbersOf,
  type RequestingAct,
  type RequestingBook,
  type RespondingAct,
} from '@vestigo/lifecycle';
import {
  REPLY_EVENTS,
  type ReplyEvent,
  STEP_EVENTS,
  type StepEvent,
  type TracingRequestEvent,
} from './tracing-request.events';

const stepEvents: ReadonlySet<string> = new Set(Object.values(STEP_EVENTS));
const replyEvents: ReadonlySet<string> = new Set(Object.values(REPLY_EVENTS));
const others: ReadonlySet<string> = new Set(['RequestSubmitted', 'RequestResent', 'DeliveryFailed']);

/** True for an act of this desk after its request. */
export const isStepEvent = (event: { readonly type: string }): event is StepEvent =>
  stepEvents.has(event.type);

/** True for word of an act of the State asked. */
export const isReplyEvent = (event: { readonly type: string }): event is ReplyEvent =>
  replyEvents.has(event.type);

/** True for an event that says something of where a request stands that has left the desk. */
export function isMatterEvent(event: Pick<TracingRequestEvent, 'type'>): boolean {
  return isStepEvent(event) || isReplyEvent(event) || others.has(event.type);
}

/** Whether the request has come back undelivered, after one more event. */
export function afterReturn(returned: boolean, { type }: TracingRequestEvent): boolean {
  return type === 'DeliveryFailed' || (returned && type !== 'RequestResent');
}

/** The acts of both desks after one more event of the requesting State's stream. */
export function requestBook(book: RequestingBook, event: TracingRequestEvent): RequestingBook {
  if (isStepEvent(event)) return afterOwn(book, stepIn(event), event.data.act);
  if (isReplyEvent(event)) return afterWord(book, replyIn(event), event.data.act);
  switch (event.type) {
    case 'RequestSubmitted': {
      const submit = { kind: 'submit', said: { items: itemNumbersOf(event.data) } } as const;
      return afterOwn(book, submit, event.data.act);
    }
    case 'RequestDrafted':
    case 'DraftRevised':
    case 'DraftApproved':
    case 'RequestResent':
    case 'DeliveryFailed':
    case 'ConsentQuestionDelivered':
    case 'AnnouncementLapsed':
      return book;
    default:
      throw never(event, 'event');
  }
}

/** What kind of act an event tells of, by whichever desk; undefined where it tells of none. */
export function actKindOf(event: TracingRequestEvent): ActKind | undefined {
  if (isStepEvent(event)) return stepIn(event).kind;
  if (isReplyEvent(event)) return replyIn(event).kind;
  return event.type === 'RequestSubmitted' ? 'submit' : undefined;
}

function stepIn(event: StepEvent): RequestingAct {
  switch (event.type) {
    case 'InformationSupplied':
      return { kind: 'supply', said: event.data };
    case 'InformationDeclined':
      return { kind: 'decline', said: event.data };
    case 'ClarificationSought':
      return { kind: 'seek-clarification', said: event.data };
    case 'ReminderSent':
      return { kind: 'remind', said: event.data };
    case 'RequestWithdrawn':
      return { kind: 'withdraw', said: event.data };
    case 'RequestClosed':
      return { kind: 'close', said: event.data };
    case 'RequestLapsed':
      return { kind: 'lapse', said: event.data };
    case 'RequestReopened':
      return { kind: 'reopen', said: event.data };
    case 'RequestMarkedDuplicate':
      return { kind: 'mark-duplicate', said: event.data };
    case 'ConsentAsked':
      return { kind: 'ask-consent', said: event.data };
    case 'DisclosureNoticeGiven':
      return { kind: 'give-notice', said: event.data };
  }
}

function replyIn(event: ReplyEvent): RespondingAct {
  switch (event.type) {
    case 'RequestDelivered':
      return { kind: 'receive', said: {} };
    case 'AcknowledgementReceived':
      return { kind: 'acknowledge', said: {} };
    case 'InformationRequestReceived':
      return { kind: 'request-information', said: event.data };
    case 'SearchNoticeReceived':
      return { kind: 'start-search', said: {} };
    case 'DelayNoticeReceived':
      return { kind: 'notify-delay', said: event.data };
    case 'AnswerReceived':
      return { kind: 'answer', said: event.data };
    case 'SupplementReceived':
      return { kind: 'supplement', said: event.data };
    case 'CorrectionReceived':
      return { kind: 'correct', said: event.data };
    case 'RestrictionReceived':
      return { kind: 'restrict', said: event.data };
    case 'RestrictionLiftReceived':
      return { kind: 'lift', said: event.data };
    case 'RefusalReceived':
      return { kind: 'refuse', said: event.data };
    case 'ItemsRefusalReceived':
      return { kind: 'refuse-items', said: event.data };
    case 'ClarificationReceived':
      return { kind: 'clarify', said: event.data };
    case 'RedirectionReceived':
      return { kind: 'redirect', said: event.data };
    case 'ConsentReceived':
      return { kind: 'give-consent', said: event.data };
    case 'ConsentDenialReceived':
      return { kind: 'deny-consent', said: event.data };
  }
}
