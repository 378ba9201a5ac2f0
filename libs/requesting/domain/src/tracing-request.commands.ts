import type { Instant } from '@vestigo/kernel';
import type { ActNumber, RespondingAct } from '@vestigo/lifecycle';
import type { Conclusion } from './codes';
import type { RequestContent } from './request-content';
import type { Echo, Parties } from './tracing-request.events';

interface Act {
  /** The State that acts, ISO 3166-1 alpha-3. */
  readonly by: string;
  /** When it happened. */
  readonly at: Instant;
  readonly now: Instant;
}

export interface SubmitRequest extends Act, Parties {
  readonly type: 'SubmitRequest';
  readonly content: RequestContent;
  /** The State's policy asks for a second officer: then a request comes from an approved draft only. */
  readonly reviewRequired?: boolean;
}

export interface DraftRequest extends Act, Parties {
  readonly type: 'DraftRequest';
  readonly officer: string;
  readonly content: RequestContent;
}

export interface ReviseDraft extends Act {
  readonly type: 'ReviseDraft';
  readonly officer: string;
  readonly respondingState: string;
  readonly content: RequestContent;
}

export interface ApproveDraft extends Act {
  readonly type: 'ApproveDraft';
  readonly officer: string;
  readonly reviewRequired: boolean;
}

export interface SubmitDraft extends Act {
  readonly type: 'SubmitDraft';
  readonly reviewRequired: boolean;
}

export type DraftCommand = DraftRequest | ReviseDraft | ApproveDraft | SubmitDraft;

/** What the requesting desk does with a request that was sent. */
export type StepCommand =
  | (Act & { readonly type: 'SupplyInformation'; readonly question: number; readonly information: string })
  | (Act & { readonly type: 'DeclineInformation'; readonly question: number; readonly reason: string })
  | (Act & { readonly type: 'SeekClarification'; readonly text: string })
  | (Act & { readonly type: 'SendReminder'; readonly text?: string })
  | (Act & { readonly type: 'WithdrawRequest'; readonly reason: string })
  | (Act & { readonly type: 'CloseRequest'; readonly conclusion: Conclusion })
  | (Act & { readonly type: 'LapseRequest'; readonly reason: string })
  | (Act & { readonly type: 'ReopenRequest'; readonly reason: string })
  /** `duplicateOf`: id of the other request. */
  | (Act & { readonly type: 'MarkDuplicate'; readonly duplicateOf: string })
  | (Act & {
      readonly type: 'AskConsent';
      readonly items: readonly number[];
      readonly recipient: string;
      readonly purpose: string;
    })
  | (Act & {
      readonly type: 'GiveDisclosureNotice';
      readonly items: readonly number[];
      readonly recipient: string;
      readonly reason: string;
    });

/** Word of an act of the State asked; without a number it comes from a desk that numbers nothing. */
export interface RecordReply extends Act, Echo {
  readonly type: 'RecordReply';
  readonly reply: RespondingAct;
  readonly number?: ActNumber | undefined;
}

/** What the requesting desk does, and what the responding State's messages say. */
export type TracingRequestCommand =
  | DraftCommand
  | SubmitRequest
  | (Act & { readonly type: 'ResendRequest' })
  | StepCommand
  | RecordReply
  | (Act & { readonly type: 'RecordDeliveryFailure'; readonly reason: string });
