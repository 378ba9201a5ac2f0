import { never } from '@vestigo/kernel';
import {
  type ActKind,
  type ActNumber,
  afterOwn,
  afterWord,
  EMPTY_BOOK,
  itemNumbersOf,
  type RequestingAct,
  type RequestingStep,
  type RespondingAct,
  type RespondingBook,
} from '@vestigo/lifecycle';
import {
  STEP_EVENTS,
  type StepEvent,
  type TraceCaseEvent,
  WORD_EVENTS,
  type WordEvent,
} from './trace-case.events';

/** The acts of both desks as the State asked knows them, and word that came before the request that it is about. */
export interface CaseBook {
  readonly waiting: readonly Waiting[];
  readonly book: RespondingBook;
}

/** Counts once its sender has turned out to be the requesting State. */
export interface Waiting {
  readonly from: string;
  readonly word: RequestingAct<RequestingStep>;
  readonly number: ActNumber;
}

export const EMPTY_CASE_BOOK: CaseBook = { waiting: [], book: EMPTY_BOOK };

const stepEvents: ReadonlySet<string> = new Set(Object.values(STEP_EVENTS));
const wordEvents: ReadonlySet<string> = new Set(Object.values(WORD_EVENTS));

/** True for an act of this desk after its receipt. */
export const isStepEvent = (event: { readonly type: string }): event is StepEvent =>
  stepEvents.has(event.type);

/** True for word of an act of the requesting State after its request. */
export const isWordEvent = (event: { readonly type: string }): event is WordEvent =>
  wordEvents.has(event.type);

/** True for an event that says something of where a case stands. */
export function isCaseEvent(event: Pick<TraceCaseEvent, 'type'>): boolean {
  return event.type === 'CaseReceived' || isStepEvent(event) || isWordEvent(event);
}

/** The acts of both desks after one more event of the stream of the State asked. */
export function caseBook({ waiting, book }: CaseBook, event: TraceCaseEvent): CaseBook {
  if (isStepEvent(event)) return { waiting, book: afterOwn(book, stepIn(event), event.data.act) };
  if (isWordEvent(event)) {
    const { from, act } = event.data;
    const word = wordIn(event);
    if (from === undefined || act === undefined) return { waiting, book: afterWord(book, word, act) };
    return { waiting: [...waiting, { from, word, number: act }], book };
  }
  switch (event.type) {
    case 'CaseReceived': {
      const submit = { kind: 'submit', said: { items: itemNumbersOf(event.data) } } as const;
      const { act } = event.data;
      const asked = afterWord<RespondingAct, RequestingAct>(book, submit, act && { seq: 1, seen: 0 });
      const received = afterOwn(asked, { kind: 'receive', said: {} }, act);
      const theirs = waiting.filter(({ from }) => from === event.clock?.requestingState);
      return {
        waiting: [],
        book: theirs.reduce((so, { word, number }) => afterWord(so, word, number), received),
      };
    }
    case 'ReplyDeliveryFailed':
      return { waiting, book };
    default:
      throw never(event, 'event');
  }
}

/** What kind of act an event tells of, by whichever desk; undefined where it tells of none. */
export function actKindOf(event: TraceCaseEvent): ActKind | undefined {
  if (isStepEvent(event)) return stepIn(event).kind;
  if (isWordEvent(event)) return wordIn(event).kind;
  return event.type === 'CaseReceived' ? 'receive' : undefined;
}

function wordIn(event: WordEvent): RequestingAct<RequestingStep> {
  switch (event.type) {
    case 'InformationReceived':
      return { kind: 'supply', said: event.data };
    case 'InformationWithheld':
      return { kind: 'decline', said: event.data };
    case 'ClarificationRequested':
      return { kind: 'seek-clarification', said: event.data };
    case 'ReminderReceived':
      return { kind: 'remind', said: event.data };
    case 'CaseWithdrawn':
      return { kind: 'withdraw', said: event.data };
    case 'CaseClosed':
      return { kind: 'close', said: event.data };
    case 'CaseLapsed':
      return { kind: 'lapse', said: event.data };
    case 'CaseReopened':
      return { kind: 'reopen', said: event.data };
    case 'CaseMarkedDuplicate':
      return { kind: 'mark-duplicate', said: event.data };
    case 'ConsentRequested':
      return { kind: 'ask-consent', said: event.data };
    case 'DisclosureNoticeReceived':
      return { kind: 'give-notice', said: event.data };
  }
}

function stepIn(event: StepEvent): RespondingAct {
  switch (event.type) {
    case 'CaseAcknowledged':
      return { kind: 'acknowledge', said: {} };
    case 'InformationRequested':
      return { kind: 'request-information', said: event.data };
    case 'SearchStarted':
      return { kind: 'start-search', said: {} };
    case 'DelayNotified':
      return { kind: 'notify-delay', said: event.data };
    case 'CaseAnswered':
      return { kind: 'answer', said: event.data };
    case 'AnswerSupplemented':
      return { kind: 'supplement', said: event.data };
    case 'AnswerCorrected':
      return { kind: 'correct', said: event.data };
    case 'RestrictionImposed':
      return { kind: 'restrict', said: event.data };
    case 'RestrictionLifted':
      return { kind: 'lift', said: event.data };
    case 'CaseRefused':
      return { kind: 'refuse', said: event.data };
    case 'ItemsRefused':
      return { kind: 'refuse-items', said: event.data };
    case 'ClarificationGiven':
      return { kind: 'clarify', said: event.data };
    case 'CaseRedirected':
      return { kind: 'redirect', said: event.data };
    case 'ConsentGiven':
      return { kind: 'give-consent', said: event.data };
    case 'ConsentDenied':
      return { kind: 'deny-consent', said: event.data };
  }
}
