import type { DomainEvent } from '@vestigo/kernel';
import type {
  ActNumber,
  RequestingStep,
  RequestingWords,
  RespondingStep,
  RespondingWords,
} from '@vestigo/lifecycle';
import type { CaseContent } from './case-content';

/** Place of an act among those of its desk. Streams of the first slice have none: their acts are taken in order. */
export interface Stamp {
  readonly act?: ActNumber;
}

/** Which State said it, where that cannot be told from the case: word of a request that has not come yet. */
export interface Sender {
  readonly from?: string;
}

/** On an act that holds something back: whether it does so on a ground that no instrument knows. Kept to the desk. */
export interface Flag {
  readonly outsideInstrument?: boolean;
}

/** The event that each act of this desk becomes. */
export const STEP_EVENTS = {
  acknowledge: 'CaseAcknowledged',
  'request-information': 'InformationRequested',
  'start-search': 'SearchStarted',
  'notify-delay': 'DelayNotified',
  answer: 'CaseAnswered',
  supplement: 'AnswerSupplemented',
  correct: 'AnswerCorrected',
  restrict: 'RestrictionImposed',
  lift: 'RestrictionLifted',
  refuse: 'CaseRefused',
  'refuse-items': 'ItemsRefused',
  clarify: 'ClarificationGiven',
  redirect: 'CaseRedirected',
  'give-consent': 'ConsentGiven',
  'deny-consent': 'ConsentDenied',
} as const satisfies Readonly<Record<RespondingStep, string>>;

/** The event that word of each act of the requesting State becomes. */
export const WORD_EVENTS = {
  supply: 'InformationReceived',
  decline: 'InformationWithheld',
  'seek-clarification': 'ClarificationRequested',
  remind: 'ReminderReceived',
  withdraw: 'CaseWithdrawn',
  close: 'CaseClosed',
  lapse: 'CaseLapsed',
  reopen: 'CaseReopened',
  'mark-duplicate': 'CaseMarkedDuplicate',
  'ask-consent': 'ConsentRequested',
  'give-notice': 'DisclosureNoticeReceived',
} as const satisfies Readonly<Record<RequestingStep, string>>;

export type StepEvent<Kind extends RespondingStep = RespondingStep> = {
  readonly [K in Kind]: DomainEvent<(typeof STEP_EVENTS)[K], RespondingWords[K] & Stamp & Flag>;
}[Kind];

export type WordEvent<Kind extends RequestingStep = RequestingStep> = {
  readonly [K in Kind]: DomainEvent<(typeof WORD_EVENTS)[K], RequestingWords[K] & Stamp & Sender>;
}[Kind];

/** Everything that can stand in a stream `traceCase-<id>`. */
export type TraceCaseEvent =
  | DomainEvent<'CaseReceived', CaseContent & Stamp>
  | DomainEvent<'ReplyDeliveryFailed', { readonly reason: string }>
  | StepEvent
  | WordEvent;
