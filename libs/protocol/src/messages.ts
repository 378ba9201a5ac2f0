import type { Traced } from '@vestigo/kernel';
import type { ItemAnswerData } from './answer-schema';
import type { RequestData } from './request-data';

/**
 * What one State's service says to another's, each message in its current version. A change of meaning makes a new version; earlier ones
 * are still understood (`EARLIER_VERSIONS`).
 */
export interface MessageData {
  /** The request as it was submitted (ITI 17). */
  'request-submitted': RequestData;
  'request-withdrawn': Reason;
  'request-closed': { readonly conclusion: string };
  /** Receipt of the request by the State asked: its clocks run from here. */
  'request-delivered': object;
  /** ITI 19. */
  'request-acknowledged': object;
  /** ITI 20. */
  'request-answered': AnswerData;
  /** ITI 22, 23: the whole request. */
  'request-refused': HoldingBackData;
  /** A message that could not be understood or followed: told to whoever sent it. */
  'message-refused': { readonly messageId: string; readonly code: string; readonly reason: string };
  /** To oversight: a clock fact as the log of the desk holds it, and when that log took it in (RFC 3339). No content. */
  'clock-fact-reported': { readonly fact: string; readonly code?: string; readonly recordedAt: string };
  /** Answers a question of the State asked (ITI 21). */
  'request-information-supplied': { readonly question: number; readonly information: string };
  'request-information-declined': Reason & { readonly question: number };
  /** ITI 23. */
  'request-clarification-sought': ClarificationData;
  'request-reminder-sent': { readonly text?: string };
  'request-lapsed': Reason;
  'request-reopened': Reason;
  /** `duplicateOf`: id of the request that asks about the same recovery. */
  'request-marked-duplicate': { readonly duplicateOf: string };
  /** ITI 15(c). `recipient`: the further State, ISO 3166-1 alpha-3. */
  'request-consent-asked': ItemsData & {
    readonly consent: number;
    readonly recipient: string;
    readonly purpose: string;
  };
  /** Firearms Protocol 12(5): before disclosure. */
  'request-disclosure-notice-given': ItemsData & Reason & { readonly recipient: string };
  /** ITI 21. */
  'request-information-requested': { readonly question: number; readonly text: string };
  'request-search-started': object;
  /** ITI 22, 23. `expectedOn`: ISO 8601 date. */
  'request-delay-notified': HoldingBackData & { readonly expectedOn: string };
  'request-answer-supplemented': { readonly answers: readonly ItemAnswerData[] };
  /** `corrects`: sequence number of the act of the same desk that gave the answer. */
  'request-answer-corrected': { readonly corrects: number; readonly answers: readonly ItemAnswerData[] };
  'request-items-refused': ItemsData & HoldingBackData;
  'request-restriction-imposed': ItemsData & HoldingBackData;
  'request-restriction-lifted': ItemsData & Reason;
  'request-clarification-given': ClarificationData;
  /** Another body is competent. `state`: ISO 3166-1 alpha-3. */
  'request-redirected': Reason & { readonly state: string; readonly body: string };
  'request-consent-given': { readonly consent: number; readonly terms?: string };
  'request-consent-denied': Reason & { readonly consent: number };
  /** Receipt of the question by the State asked: its clock runs from here. */
  'request-consent-question-delivered': { readonly consent: number };
  /** Another request at the desk of the State asked is about the same arm; nothing is told of that request. */
  'request-cross-hit-noted': ItemsData;
}

interface Reason {
  readonly reason: string;
}

interface HoldingBackData extends Reason {
  readonly ground: string;
}

interface ItemsData {
  /** Numbers of items of the request. */
  readonly items: readonly number[];
}

interface ClarificationData {
  readonly clarification: number;
  readonly text: string;
}

export type MessageKind = keyof MessageData;

export interface AnswerData {
  readonly answers: readonly ItemAnswerData[];
  /** Of the whole request after this answer. */
  readonly answerClass: string;
}

/** Version 1 of `request-answered`: a request had one arm. */
export interface AnswerDataV1 {
  readonly outcome: string;
  readonly answerClass: string;
  readonly lastLegalHolder?: string;
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  readonly restriction?: { readonly ground: string; readonly reason: string };
}

/** A message between two States, free of its envelope's spelling. */
export interface TracingMessage<Kind extends MessageKind = MessageKind> extends Traced {
  readonly kind: Kind;
  /** UUID: same id, same message. */
  readonly id: string;
  readonly requestId: string;
  /** ISO 3166-1 alpha-3 of the State that speaks; one of the two parties. */
  readonly from: string;
  readonly requestingState: string;
  readonly respondingState: string;
  /** Milliseconds since the epoch: when the sender says it happened. */
  readonly occurredAt: number;
  /** History taken over from elsewhere. */
  readonly imported: boolean;
  readonly correlationId: string;
  /** Place of the act among those of its desk, and how many of the other desk it had seen; absent from a desk that numbers nothing. */
  readonly act?: { readonly seq: number; readonly seen: number };
  readonly data: MessageData[Kind];
}

/** Any message, told apart by its kind. */
export type AnyTracingMessage = { [Kind in MessageKind]: TracingMessage<Kind> }[MessageKind];
