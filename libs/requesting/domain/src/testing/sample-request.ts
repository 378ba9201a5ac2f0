import type { ActNumber, RespondingAct } from '@vestigo/lifecycle';
import type { RequestContent } from '../request-content';
import { tracingRequest } from '../tracing-request';
import type {
  DraftRequest,
  RecordReply,
  SubmitRequest,
  TracingRequestCommand,
} from '../tracing-request.commands';
import type { TracingRequestEvent } from '../tracing-request.events';

export const parties = {
  requestId: '01980000-0000-7000-8000-000000000001',
  requestingState: 'TTO',
  respondingState: 'USA',
  imported: false,
};
export const content: RequestContent = {
  priority: 'ROUTINE',
  regimes: ['ITI', 'CIFTA'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act 16:01, section 6',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  channel: 'BILATERAL',
  items: [
    {
      number: 1,
      kind: 'ARM',
      type: 'PISTOL_SELFLOADING',
      serial: { asObserved: 'АВ1234', part: 'FRAME_RECEIVER', condition: 'INTACT' },
    },
  ],
};
export const now = 1_000;
export const desk = { by: 'TTO', at: 900, now };
const word = { by: 'USA', at: 900, now, respondedAt: 850 };
export const answer = { answers: [{ item: 1, outcome: 'TRACED_LAST_HOLDER' }], answerClass: 'FULL' };
export const refusal = { ground: 'ITI22_NATIONAL_SECURITY', reason: 'The file is closed to other States.' };
export const clock = (code: string) => ({ ...parties, code });

export const submit = (change: Partial<RequestContent> = {}): SubmitRequest => ({
  type: 'SubmitRequest',
  ...desk,
  ...parties,
  content: { ...content, ...change },
});

export const draftRequest: DraftRequest = {
  type: 'DraftRequest',
  ...desk,
  ...parties,
  officer: 'amina',
  content,
};

/** Word of an act of the State asked, which it did after it had seen the submission. */
export const heard = (reply: RespondingAct, seq?: number): RecordReply => ({
  type: 'RecordReply',
  ...word,
  reply,
  ...(seq !== undefined && { number: { seq, seen: 1 } }),
});

export const commands = {
  SubmitRequest: submit(),
  WithdrawRequest: { type: 'WithdrawRequest', ...desk, reason: 'The arm was returned.' },
  CloseRequest: { type: 'CloseRequest', ...desk, conclusion: 'LEAD_EXHAUSTED' },
  LapseRequest: { type: 'LapseRequest', ...desk, reason: 'Two years of silence.' },
  ReopenRequest: { type: 'ReopenRequest', ...desk, reason: 'A second arm of the lot was found.' },
  MarkDuplicate: { type: 'MarkDuplicate', ...desk, duplicateOf: '01980000-0000-7000-8000-000000000002' },
  SendReminder: { type: 'SendReminder', ...desk, text: 'The trial begins in May.' },
  SeekClarification: { type: 'SeekClarification', ...desk, text: 'Which file?' },
  SupplyInformation: { type: 'SupplyInformation', ...desk, question: 1, information: '4417' },
  DeclineInformation: { type: 'DeclineInformation', ...desk, question: 1, reason: 'Destroyed.' },
  AskConsent: { type: 'AskConsent', ...desk, items: [1], recipient: 'PRY', purpose: 'To ask on.' },
  GiveDisclosureNotice: {
    type: 'GiveDisclosureNotice',
    ...desk,
    items: [1],
    recipient: 'High Court',
    reason: 'The court orders it.',
  },
  ResendRequest: { type: 'ResendRequest', ...desk },
  RecordReply: heard({ kind: 'receive', said: {} }, 1),
  RecordConsentDelivery: { type: 'RecordConsentDelivery', ...word, consent: 1 },
  RecordDeliveryFailure: { type: 'RecordDeliveryFailure', by: 'USA', at: 900, now, reason: 'not-json' },
  DraftRequest: draftRequest,
  ReviseDraft: { type: 'ReviseDraft', ...desk, officer: 'amina', respondingState: 'BRA', content },
  ApproveDraft: { type: 'ApproveDraft', ...desk, officer: 'carlos', reviewRequired: true },
  SubmitDraft: { type: 'SubmitDraft', ...desk, reviewRequired: true },
} as const satisfies { readonly [Type in TracingRequestCommand['type']]: TracingRequestCommand };
export type CommandType = keyof typeof commands;

const numbered = (seq: number, seen: number): { readonly act: ActNumber } => ({ act: { seq, seen } });
export const submitted = {
  type: 'RequestSubmitted',
  occurredAt: 900,
  clock: clock('ROUTINE'),
  data: { ...content, ...numbered(1, 0) },
} satisfies TracingRequestEvent;
export const failed: TracingRequestEvent = {
  type: 'DeliveryFailed',
  occurredAt: 900,
  clock: null,
  data: { reason: 'not-json' },
};

const echo = (seq: number) => ({
  occurredAt: 900,
  clock: null,
  seen: { respondedAt: 850, ...numbered(seq, 1) },
});
function reply<Type extends string, Data extends object>(type: Type, seq: number, data: Data) {
  const { seen, ...rest } = echo(seq);
  return { type, ...rest, data: { ...data, ...seen } };
}
export const delivered = reply('RequestDelivered', 1, {}) satisfies TracingRequestEvent;
export const acknowledged = reply('AcknowledgementReceived', 2, {}) satisfies TracingRequestEvent;
export const asked = reply('InformationRequestReceived', 2, {
  question: 1,
  text: 'Which mark?',
}) satisfies TracingRequestEvent;
export const searching = reply('SearchNoticeReceived', 3, {}) satisfies TracingRequestEvent;
export const delayed = reply('DelayNoticeReceived', 2, {
  ...refusal,
  expectedOn: '2026-06-30',
}) satisfies TracingRequestEvent;
export const answered = reply('AnswerReceived', 2, answer) satisfies TracingRequestEvent;
export const refused = reply('RefusalReceived', 2, refusal) satisfies TracingRequestEvent;
export const redirected = reply('RedirectionReceived', 2, {
  state: 'CAN',
  body: 'RCMP',
  reason: 'Theirs.',
}) satisfies TracingRequestEvent;

function own<Type extends string, Data extends object>(type: Type, seen: number, data: Data, code = '') {
  return { type, occurredAt: 900, clock: clock(code), data: { ...data, ...numbered(2, seen) } };
}
export const withdrawn = own('RequestWithdrawn', 1, {
  reason: 'The arm was returned.',
}) satisfies TracingRequestEvent;
export const closed = own(
  'RequestClosed',
  2,
  { conclusion: 'LEAD_EXHAUSTED' },
  'LEAD_EXHAUSTED',
) satisfies TracingRequestEvent;
export const lapsed = own('RequestLapsed', 1, {
  reason: 'Two years of silence.',
}) satisfies TracingRequestEvent;
export const duplicate = own('RequestMarkedDuplicate', 1, {
  duplicateOf: '01980000-0000-7000-8000-000000000002',
}) satisfies TracingRequestEvent;
export const unclear = own('ClarificationSought', 2, {
  clarification: 1,
  text: 'Which file?',
}) satisfies TracingRequestEvent;
export const drafted = {
  type: 'RequestDrafted',
  occurredAt: 900,
  clock: null,
  data: { ...parties, officer: 'amina', content },
} satisfies TracingRequestEvent;
export const approved = {
  type: 'DraftApproved',
  occurredAt: 900,
  clock: null,
  data: { officer: 'carlos' },
} satisfies TracingRequestEvent;

/** A history that ends in each status. */
export const histories = {
  unknown: [],
  draft: [drafted],
  approved: [drafted, approved],
  sent: [submitted],
  undeliverable: [submitted, failed],
  received: [submitted, delivered],
  acknowledged: [submitted, delivered, acknowledged],
  'information-requested': [submitted, delivered, asked],
  'in-search': [submitted, delivered, acknowledged, searching],
  answered: [submitted, delivered, answered],
  refused: [submitted, delivered, refused],
  'clarification-open': [submitted, delivered, refused, unclear],
  redirected: [submitted, delivered, redirected],
  withdrawn: [submitted, delivered, withdrawn],
  lapsed: [submitted, delivered, lapsed],
  closed: [submitted, delivered, answered, closed],
  duplicate: [submitted, delivered, duplicate],
} as const satisfies Readonly<Record<string, readonly TracingRequestEvent[]>>;

export const stateOf = (history: readonly TracingRequestEvent[]) =>
  history.reduce(tracingRequest.evolve, tracingRequest.initial);
export const commandTypes = Object.keys(commands) as readonly CommandType[];
