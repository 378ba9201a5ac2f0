import type { Traced } from '@vestigo/kernel';
import type { RequestData } from './request-data';

/**
 * What one State's service says to another's, each message in its current version. A change of meaning makes a new version; earlier ones
 * are still understood (`EARLIER_VERSIONS`).
 */
export interface MessageData {
  /** The request as it was submitted (ITI 17). */
  'request-submitted': RequestData;
  'request-withdrawn': { readonly reason: string };
  'request-closed': { readonly conclusion: string };
  /** Receipt of the request by the State asked: its clocks run from here. */
  'request-delivered': object;
  /** ITI 19. */
  'request-acknowledged': object;
  /** ITI 20. */
  'request-answered': AnswerData;
  /** ITI 22, 23. */
  'request-refused': { readonly ground: string; readonly reason: string };
  /** To oversight: a clock fact as the log of the desk holds it, and when that log took it in (RFC 3339). No content. */
  'clock-fact-reported': { readonly fact: string; readonly code?: string; readonly recordedAt: string };
  /** A message that could not be understood or followed: told to whoever sent it. */
  'message-refused': { readonly messageId: string; readonly code: string; readonly reason: string };
}

export type MessageKind = keyof MessageData;

export interface AnswerData {
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
  readonly data: MessageData[Kind];
}

/** Any message, told apart by its kind. */
export type AnyTracingMessage = { [Kind in MessageKind]: TracingMessage<Kind> }[MessageKind];
