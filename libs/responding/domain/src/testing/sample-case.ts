import type { ItemAnswer, RequestingAct, RequestingStep, Restriction } from '@vestigo/lifecycle';
import type { CaseContent } from '../case-content';
import { traceCase } from '../trace-case';
import type { ReceiveRequest, RecordWord, TraceCaseCommand } from '../trace-case.commands';
import type { TraceCaseEvent } from '../trace-case.events';

export const parties = {
  requestId: '01980000-0000-7000-8000-000000000001',
  requestingState: 'TTO',
  respondingState: 'USA',
  imported: false,
};
export const content: CaseContent = {
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  channel: 'BILATERAL',
  items: [{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }],
};
export const clockBasis = 'ROUTINE;ITI;America/New_York;6,0';
export const now = 1_000;
export const receivedAt = 500;
export const desk = { by: 'USA', at: 900, now };
const word = { by: 'TTO', at: 900, now };
export const answer: ItemAnswer = {
  item: 1,
  outcome: 'TRACED_LAST_HOLDER',
  lastLegalHolder: 'Retailer, Miami',
};
export const refusal: Restriction = {
  ground: 'ITI22_INVESTIGATION',
  reason: 'An investigation is under way.',
};
export const clock = (code: string) => ({ ...parties, code });

export const receive: ReceiveRequest = {
  type: 'ReceiveRequest',
  by: 'TTO',
  at: receivedAt,
  now,
  parties,
  content,
  clockBasis,
};

/** Word of an act of the requesting State, which it did after it had seen the receipt. */
export const heard = (said: RequestingAct<RequestingStep>, seq?: number): RecordWord => ({
  type: 'RecordWord',
  ...word,
  word: said,
  ...(seq !== undefined && { number: { seq, seen: 1 } }),
});

export const commands = {
  ReceiveRequest: receive,
  AcknowledgeCase: { type: 'AcknowledgeCase', ...desk },
  RequestInformation: { type: 'RequestInformation', ...desk, text: 'Is there a number on the slide?' },
  StartSearch: { type: 'StartSearch', ...desk },
  NotifyDelay: { type: 'NotifyDelay', ...desk, ...refusal, expectedOn: '2026-06-30' },
  AnswerCase: { type: 'AnswerCase', ...desk, answers: [answer] },
  SupplementAnswer: { type: 'SupplementAnswer', ...desk, answers: [answer] },
  CorrectAnswer: { type: 'CorrectAnswer', ...desk, corrects: 2, answers: [answer] },
  ImposeRestriction: { type: 'ImposeRestriction', ...desk, ...refusal, items: [1] },
  LiftRestriction: { type: 'LiftRestriction', ...desk, items: [1], reason: 'The inquiry is closed.' },
  RefuseCase: { type: 'RefuseCase', ...desk, refusal },
  RefuseItems: { type: 'RefuseItems', ...desk, items: [1], refusal },
  GiveClarification: { type: 'GiveClarification', ...desk, clarification: 1, text: 'That of 1994.' },
  RedirectCase: { type: 'RedirectCase', ...desk, state: 'CAN', body: 'RCMP', reason: 'Made there.' },
  GiveConsent: { type: 'GiveConsent', ...desk, consent: 1, terms: 'For this inquiry alone.' },
  DenyConsent: { type: 'DenyConsent', ...desk, consent: 1, reason: 'The inquiry is closed.' },
  RecordWord: heard({ kind: 'withdraw', said: { reason: 'The arm was returned.' } }, 2),
  RecordReplyFailure: { type: 'RecordReplyFailure', ...word, reason: 'not-json' },
} as const satisfies { readonly [Type in TraceCaseCommand['type']]: TraceCaseCommand };
export type CommandType = keyof typeof commands;

export const received = {
  type: 'CaseReceived',
  occurredAt: receivedAt,
  clock: clock(clockBasis),
  data: { ...content, act: { seq: 1, seen: 1 } },
} satisfies TraceCaseEvent;

/** An act of the desk, done when it had seen nothing but the request. */
function own<Type extends string, Data extends object>(type: Type, seq: number, data: Data, code = '') {
  return { type, occurredAt: 900, clock: clock(code), data: { ...data, act: { seq, seen: 1 } } };
}
export const acknowledged = own('CaseAcknowledged', 2, {}) satisfies TraceCaseEvent;
const asked = own(
  'InformationRequested',
  2,
  { question: 1, text: 'Which mark?' },
  '1',
) satisfies TraceCaseEvent;
const searching = own('SearchStarted', 3, {}) satisfies TraceCaseEvent;
export const delayed = own(
  'DelayNotified',
  2,
  { ...refusal, expectedOn: '2026-06-30', outsideInstrument: false },
  refusal.ground,
) satisfies TraceCaseEvent;
export const answered = own(
  'CaseAnswered',
  2,
  { answers: [answer], answerClass: 'FULL' },
  'FULL',
) satisfies TraceCaseEvent;
export const restricted = own(
  'RestrictionImposed',
  3,
  { items: [1], ...refusal, outsideInstrument: false },
  'PARTIAL',
) satisfies TraceCaseEvent;
export const refused = own(
  'CaseRefused',
  2,
  { ...refusal, outsideInstrument: false },
  refusal.ground,
) satisfies TraceCaseEvent;
const redirected = own(
  'CaseRedirected',
  2,
  { state: 'CAN', body: 'RCMP', reason: 'Made there.' },
  'CAN',
) satisfies TraceCaseEvent;

/** Word of the requesting State, which it sent when it had seen the receipt. */
function told<Type extends string, Data extends object>(type: Type, data: Data, seq = 2) {
  return { type, occurredAt: 900, clock: null, data: { ...data, act: { seq, seen: 1 } } };
}
export const withdrawn = told('CaseWithdrawn', { reason: 'The arm was returned.' }) satisfies TraceCaseEvent;
export const closed = told('CaseClosed', { conclusion: 'LEAD_EXHAUSTED' }) satisfies TraceCaseEvent;
export const lapsed = told('CaseLapsed', { reason: 'Two years of silence.' }) satisfies TraceCaseEvent;
const duplicate = told('CaseMarkedDuplicate', { duplicateOf: 'another' }) satisfies TraceCaseEvent;
export const unclear = told('ClarificationRequested', {
  clarification: 1,
  text: 'Why?',
}) satisfies TraceCaseEvent;
export const consentAsked = told('ConsentRequested', {
  consent: 1,
  items: [1],
  recipient: 'PRY',
  purpose: 'To ask on.',
}) satisfies TraceCaseEvent;
export const replyFailed: TraceCaseEvent = {
  type: 'ReplyDeliveryFailed',
  occurredAt: 900,
  clock: null,
  data: { reason: 'not-json' },
};

/** A history that ends in each status that a case can have. */
export const histories = {
  unknown: [],
  received: [received],
  acknowledged: [received, acknowledged],
  'information-requested': [received, asked],
  'in-search': [received, acknowledged, searching],
  answered: [received, answered],
  refused: [received, refused],
  'clarification-open': [received, refused, unclear],
  redirected: [received, redirected],
  withdrawn: [received, withdrawn],
  lapsed: [received, lapsed],
  closed: [received, answered, closed],
  duplicate: [received, duplicate],
} as const satisfies Readonly<Record<string, readonly TraceCaseEvent[]>>;

export const stateOf = (history: readonly TraceCaseEvent[]) =>
  history.reduce(traceCase.evolve, traceCase.initial);
export const commandTypes = Object.keys(commands) as readonly CommandType[];
