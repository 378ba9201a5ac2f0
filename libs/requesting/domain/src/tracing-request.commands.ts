import type { Instant } from '@vestigo/kernel';
import type { ActNumber, RespondingAct } from '@vestigo/lifecycle';
import type { Announced } from './announcement';
import type { Conclusion } from './codes';
import type { KeptRequest } from './hop';
import type { KeptPhotograph } from './photographs.policy';
import type { DraftContent, RequestContent } from './request-content';
import type { AddressedTo, Echo, Parties } from './tracing-request.events';

interface Act {
  /** The State that acts, ISO 3166-1 alpha-3. */
  readonly by: string;
  /** When it happened. */
  readonly at: Instant;
  readonly now: Instant;
}

/** To whom it goes: undefined where the State asked has no point of contact in force. */
interface Sending {
  readonly addressedTo?: AddressedTo | undefined;
}

/** The photographs that the desk has, among those that the request names; none when absent. */
interface Showing {
  readonly kept?: readonly KeptPhotograph[];
}

export interface SubmitRequest extends Act, Parties, Sending, Showing, Announced {
  readonly type: 'SubmitRequest';
  readonly content: RequestContent;
  /** The State's policy asks for a second officer: then a request comes from an approved draft only. */
  readonly reviewRequired?: boolean;
  /** The requests that hang together with its parent. */
  readonly trail?: readonly KeptRequest[];
}

export interface DraftRequest extends Act, Parties {
  readonly type: 'DraftRequest';
  readonly officer: string;
  readonly content: DraftContent;
}

export interface ReviseDraft extends Act {
  readonly type: 'ReviseDraft';
  readonly officer: string;
  readonly respondingState: string;
  readonly content: DraftContent;
}

export interface ApproveDraft extends Act {
  readonly type: 'ApproveDraft';
  readonly officer: string;
  readonly reviewRequired: boolean;
}

export interface SubmitDraft extends Act, Sending, Showing, Announced {
  readonly type: 'SubmitDraft';
  readonly reviewRequired: boolean;
  /** The requests that hang together with the parent of the draft. */
  readonly trail?: readonly KeptRequest[];
}

export type DraftCommand = DraftRequest | ReviseDraft | ApproveDraft | SubmitDraft;

export interface ResendRequest extends Act, Sending {
  readonly type: 'ResendRequest';
}

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

/** Word that the State asked has received a question for consent. */
export interface RecordConsentDelivery extends Act, Echo {
  readonly type: 'RecordConsentDelivery';
  readonly consent: number;
}

/** What the requesting desk does, and what the responding State's messages say. */
export type TracingRequestCommand =
  | DraftCommand
  | SubmitRequest
  | ResendRequest
  | StepCommand
  | RecordReply
  | RecordConsentDelivery
  | (Act & { readonly type: 'RecordDeliveryFailure'; readonly reason: string });
