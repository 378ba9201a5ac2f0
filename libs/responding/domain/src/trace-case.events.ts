import type { DomainEvent } from '@vestigo/kernel';
import type { CaseContent } from './case-content';
import type { AnswerClass, Ground, Outcome } from './codes';

/** Part of what is known is held back, on a ground and with its reason (ITI 22, 23). */
export interface Restriction {
  readonly ground: Ground;
  readonly reason: string;
}

export interface Answer {
  readonly outcome: Outcome;
  /** Protected: who held the arm last in legal hands. */
  readonly lastLegalHolder?: string;
  /** The State to ask next, ISO 3166-1 alpha-3. */
  readonly onwardState?: string;
  readonly documentReference?: string;
  readonly remarks?: string;
  readonly restriction?: Restriction;
}

export interface Refusal {
  readonly ground: Ground;
  readonly reason: string;
}

/** Everything that can stand in a stream `traceCase-<id>`. */
export type TraceCaseEvent =
  | DomainEvent<'CaseReceived', CaseContent>
  | DomainEvent<'CaseAcknowledged', object>
  | DomainEvent<'CaseAnswered', Answer & { readonly answerClass: AnswerClass }>
  | DomainEvent<'CaseRefused', Refusal & { readonly outsideInstrument: boolean }>
  | DomainEvent<'CaseWithdrawn', { readonly reason: string }>
  | DomainEvent<'CaseClosed', { readonly conclusion: string }>
  | DomainEvent<'ReplyDeliveryFailed', { readonly reason: string }>;
