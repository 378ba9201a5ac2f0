import type { ReceivedItemAnswer } from './answer-content';

/** What the requesting desk does after its own rules, and what it says to the State asked. */
export interface RequestingWords {
  /** ITI 16, 17. `items`: their numbers. */
  submit: { readonly items: readonly number[] };
  /** Answers a question of the State asked (ITI 21). */
  supply: { readonly question: number; readonly information: string };
  decline: { readonly question: number; readonly reason: string };
  /** ITI 23. */
  'seek-clarification': { readonly clarification: number; readonly text: string };
  remind: { readonly text?: string };
  withdraw: { readonly reason: string };
  close: { readonly conclusion: string };
  /** No activity past the policy of the coordinator. */
  lapse: { readonly reason: string };
  reopen: { readonly reason: string };
  /** The same recovery was asked about in another request. */
  'mark-duplicate': { readonly duplicateOf: string };
  /** Consent to onward release of what was answered on these items (ITI 15(c)). */
  'ask-consent': {
    readonly consent: number;
    readonly items: readonly number[];
    /** The further State, ISO 3166-1 alpha-3. */
    readonly recipient: string;
    readonly purpose: string;
  };
  /** A restriction cannot be kept: told before disclosure (Firearms Protocol 12(5)). */
  'give-notice': {
    readonly items: readonly number[];
    readonly recipient: string;
    readonly reason: string;
  };
}

/** What the responding desk does, and what it says to the requesting State. */
export interface RespondingWords {
  receive: object;
  /** ITI 19. */
  acknowledge: object;
  /** ITI 21. */
  'request-information': { readonly question: number; readonly text: string };
  'start-search': object;
  /** ITI 22, 23. `expectedOn`: ISO 8601 date. */
  'notify-delay': { readonly ground: string; readonly reason: string; readonly expectedOn: string };
  /** ITI 20. `answerClass` is that of the whole request after this act. */
  answer: { readonly answers: readonly ReceivedItemAnswer[]; readonly answerClass: string };
  supplement: { readonly answers: readonly ReceivedItemAnswer[] };
  /** `corrects`: number of the act of the same desk that gave what is corrected. */
  correct: { readonly corrects: number; readonly answers: readonly ReceivedItemAnswer[] };
  /** ITI 22, 23. */
  restrict: { readonly items: readonly number[]; readonly ground: string; readonly reason: string };
  lift: { readonly items: readonly number[]; readonly reason: string };
  /** The whole request, before anything was answered (ITI 22, 23). */
  refuse: { readonly ground: string; readonly reason: string };
  'refuse-items': { readonly items: readonly number[]; readonly ground: string; readonly reason: string };
  /** ITI 23. */
  clarify: { readonly clarification: number; readonly text: string };
  /** Not competent: another body is. `state`: ISO 3166-1 alpha-3. */
  redirect: { readonly state: string; readonly body: string; readonly reason: string };
  'give-consent': { readonly consent: number; readonly terms?: string };
  'deny-consent': { readonly consent: number; readonly reason: string };
}

export type RequestingKind = keyof RequestingWords;
export type RespondingKind = keyof RespondingWords;
export type ActKind = RequestingKind | RespondingKind;

/** One act of a desk: what kind it is, and what it says. */
export type RequestingAct<Kind extends RequestingKind = RequestingKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly said: RequestingWords[K] };
}[Kind];
export type RespondingAct<Kind extends RespondingKind = RespondingKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly said: RespondingWords[K] };
}[Kind];

/** Where an act stands: its number among the acts of its own desk, and how many of the other desk were known when it was done. */
export interface ActNumber {
  /** 1 for the first. */
  readonly seq: number;
  readonly seen: number;
}

export type Numbered<Act> = Act & ActNumber;
