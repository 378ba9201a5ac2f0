import type { Arm } from '@vestigo/arms';
import type { DomainEvent, Instant } from '@vestigo/kernel';
import type { AcquisitionMode, Conclusion, IllicitGround, IntendedUse, Priority } from './codes';

/** What the requesting State asks and why (ITI 17). Opaque outside the two States. */
export interface RequestContent {
  /** The requesting State's own case number. */
  readonly reference?: string;
  readonly priority: Priority;
  /** Why it is urgent. */
  readonly justification?: string;
  /** Instruments that bind or guide the pair; the strictest limit applies. */
  readonly regimes: readonly string[];
  readonly illicitGrounds: readonly IllicitGround[];
  readonly legalBasis: string;
  readonly intendedUse: IntendedUse;
  readonly acquisitionMode: AcquisitionMode;
  /** Day of recovery, ISO 8601 date. */
  readonly recoveredOn?: string;
  readonly recoveryPlace?: string;
  readonly circumstances?: string;
  readonly arm: Arm;
}

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
