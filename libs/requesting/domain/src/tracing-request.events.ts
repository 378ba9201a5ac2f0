import type { DomainEvent, Instant } from '@vestigo/kernel';
import type { Conclusion } from './codes';
import type { RequestContent } from './request-content';

/** The answer as it came from the responding State. */
export interface AnswerContent {
  readonly outcome: string;
  readonly answerClass: string;
  readonly lastLegalHolder?: string;
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  readonly restriction?: { readonly ground: string; readonly reason: string };
}

export interface RefusalContent {
  readonly ground: string;
  readonly reason: string;
}

/** Everything that can stand in a stream `tracingRequest-<id>`. */
export type TracingRequestEvent =
  | DomainEvent<'RequestSubmitted', RequestContent>
  | DomainEvent<'RequestDelivered', Echo>
  | DomainEvent<'DeliveryFailed', { readonly reason: string }>
  | DomainEvent<'AcknowledgementReceived', Echo>
  | DomainEvent<'AnswerReceived', Echo & AnswerContent>
  | DomainEvent<'RefusalReceived', Echo & RefusalContent>
  | DomainEvent<'RequestWithdrawn', { readonly reason: string }>
  | DomainEvent<'RequestClosed', { readonly conclusion: Conclusion }>;

/** When the responding State says it did this; the event's own instant is when word of it arrived. */
export interface Echo {
  readonly respondedAt: Instant;
}
