import type { Weekday } from '@vestigo/deadlines';
import type { DomainEvent, Instant } from '@vestigo/kernel';
import type {
  ActNumber,
  RequestingStep,
  RequestingWords,
  RespondingKind,
  RespondingWords,
} from '@vestigo/lifecycle';
import type { DraftContent, RequestContent } from './request-content';

/** A draft never leaves the desk. `officer`: who wrote or approved it. */
export interface DraftWriting {
  readonly officer: string;
  /** ISO 3166-1 alpha-3. */
  readonly respondingState: string;
  readonly content: DraftContent;
}

/** The point of contact that was in force on the day (ITI 25), as the desk's directory had it. */
export interface AddressedTo {
  /** Version of the directory's entry on the State asked, and number of the contact in it. */
  readonly version: number;
  readonly number: number;
  readonly body: string;
}

/** To whom it was sent; to the State alone where none was registered. Kept to the desk. */
export interface Addressed {
  readonly addressedTo?: AddressedTo;
}

/** Place of an act among those of its desk. Streams of the first slice have none: their acts are taken in order. */
export interface Stamp {
  readonly act?: ActNumber;
}

/** When the responding State says it did this; the event's own instant is when word of it arrived. */
export interface Echo {
  readonly respondedAt: Instant;
  /** With the receipt: the clock that their desk then lived by, as this desk's directory had it. Its limits are counted by it. */
  readonly deskClock?: DeskClock;
}

/** The clock that the desk of a State lives by. */
export interface DeskClock {
  /** IANA name. */
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
}

/** The event that each act of this desk becomes. */
export const STEP_EVENTS = {
  supply: 'InformationSupplied',
  decline: 'InformationDeclined',
  'seek-clarification': 'ClarificationSought',
  remind: 'ReminderSent',
  withdraw: 'RequestWithdrawn',
  close: 'RequestClosed',
  lapse: 'RequestLapsed',
  reopen: 'RequestReopened',
  'mark-duplicate': 'RequestMarkedDuplicate',
  'ask-consent': 'ConsentAsked',
  'give-notice': 'DisclosureNoticeGiven',
} as const satisfies Readonly<Record<RequestingStep, string>>;

/** The event that word of each act of the State asked becomes. */
export const REPLY_EVENTS = {
  receive: 'RequestDelivered',
  acknowledge: 'AcknowledgementReceived',
  'request-information': 'InformationRequestReceived',
  'start-search': 'SearchNoticeReceived',
  'notify-delay': 'DelayNoticeReceived',
  answer: 'AnswerReceived',
  supplement: 'SupplementReceived',
  correct: 'CorrectionReceived',
  restrict: 'RestrictionReceived',
  lift: 'RestrictionLiftReceived',
  refuse: 'RefusalReceived',
  'refuse-items': 'ItemsRefusalReceived',
  clarify: 'ClarificationReceived',
  redirect: 'RedirectionReceived',
  'give-consent': 'ConsentReceived',
  'deny-consent': 'ConsentDenialReceived',
} as const satisfies Readonly<Record<RespondingKind, string>>;

export type StepEvent<Kind extends RequestingStep = RequestingStep> = {
  readonly [K in Kind]: DomainEvent<(typeof STEP_EVENTS)[K], RequestingWords[K] & Stamp>;
}[Kind];

export type ReplyEvent<Kind extends RespondingKind = RespondingKind> = {
  readonly [K in Kind]: DomainEvent<(typeof REPLY_EVENTS)[K], RespondingWords[K] & Echo & Stamp>;
}[Kind];

/** Everything that can stand in a stream `tracingRequest-<id>`. */
export type TracingRequestEvent =
  | DomainEvent<'RequestDrafted', DraftWriting & Omit<Parties, 'respondingState'>>
  | DomainEvent<'DraftRevised', DraftWriting>
  | DomainEvent<'DraftApproved', { readonly officer: string }>
  | DomainEvent<'RequestSubmitted', RequestContent & Stamp & Addressed>
  /** The same request once more, after it could not be delivered. */
  | DomainEvent<'RequestResent', RequestContent & Stamp & Addressed>
  | DomainEvent<'DeliveryFailed', { readonly reason: string }>
  /** The State asked has received a question for consent (ITI 15(c)). */
  | DomainEvent<'ConsentQuestionDelivered', Echo & { readonly consent: number }>
  /** The request can be sent under this announcement no more. */
  | DomainEvent<'AnnouncementLapsed', { readonly announcement: string }>
  | StepEvent
  | ReplyEvent;

export interface Parties {
  readonly requestId: string;
  /** ISO 3166-1 alpha-3. */
  readonly requestingState: string;
  /** ISO 3166-1 alpha-3. */
  readonly respondingState: string;
  /** History taken over from elsewhere. */
  readonly imported: boolean;
}
