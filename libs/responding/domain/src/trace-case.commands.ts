import type { ClockFacts, Instant } from '@vestigo/kernel';
import type { ActNumber, ItemAnswer, RequestingAct, RequestingStep, Restriction } from '@vestigo/lifecycle';
import type { CaseContent } from './case-content';

interface Act {
  /** The State that acts, ISO 3166-1 alpha-3. */
  readonly by: string;
  /** When it happened. */
  readonly at: Instant;
  readonly now: Instant;
}

export type Parties = Omit<ClockFacts, 'code'>;

/** On which ground the State asked holds something back, and why (ITI 22, 23). */
export type Refusal = Restriction;

export interface ReceiveRequest extends Act {
  readonly type: 'ReceiveRequest';
  readonly parties: Parties;
  readonly content: CaseContent;
  /** Priority, regimes, time zone and weekend that the clocks of this case run on, fixed at receipt. */
  readonly clockBasis: string;
}

/** What the desk of the State asked does with a case. */
export type StepCommand =
  | (Act & { readonly type: 'AcknowledgeCase' })
  | (Act & { readonly type: 'RequestInformation'; readonly text: string })
  | (Act & { readonly type: 'StartSearch' })
  /** `expectedOn`: ISO 8601 date. */
  | (Act & Refusal & { readonly type: 'NotifyDelay'; readonly expectedOn: string })
  | (Act & { readonly type: 'AnswerCase' | 'SupplementAnswer'; readonly answers: readonly ItemAnswer[] })
  /** `corrects`: number of the act of this desk that gave the answer. */
  | (Act & {
      readonly type: 'CorrectAnswer';
      readonly corrects: number;
      readonly answers: readonly ItemAnswer[];
    })
  | (Act & Refusal & { readonly type: 'ImposeRestriction'; readonly items: readonly number[] })
  | (Act & { readonly type: 'LiftRestriction'; readonly items: readonly number[]; readonly reason: string })
  | (Act & { readonly type: 'RefuseCase'; readonly refusal: Refusal })
  | (Act & { readonly type: 'RefuseItems'; readonly items: readonly number[]; readonly refusal: Refusal })
  | (Act & { readonly type: 'GiveClarification'; readonly clarification: number; readonly text: string })
  | (Act & {
      readonly type: 'RedirectCase';
      readonly state: string;
      readonly body: string;
      readonly reason: string;
    })
  | (Act & { readonly type: 'GiveConsent'; readonly consent: number; readonly terms?: string })
  | (Act & { readonly type: 'DenyConsent'; readonly consent: number; readonly reason: string });

/** Word of an act of the requesting State; without a number it comes from a desk that numbers nothing. */
export interface RecordWord extends Act {
  readonly type: 'RecordWord';
  readonly word: RequestingAct<RequestingStep>;
  readonly number?: ActNumber | undefined;
}

/** What the responding desk does, and what the requesting State's messages say. */
export type TraceCaseCommand =
  | ReceiveRequest
  | StepCommand
  | RecordWord
  | (Act & { readonly type: 'RecordReplyFailure'; readonly reason: string });
