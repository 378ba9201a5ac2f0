import type { CaseContent } from '../case-content';
import { type CaseStatus, type ReceiveRequest, traceCase, type TraceCaseCommand } from '../trace-case';
import type { Answer, Refusal, TraceCaseEvent } from '../trace-case.events';

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
const desk = { by: 'USA', at: 900, now };
const word = { by: 'TTO', at: 900, now };
export const answer: Answer = { outcome: 'TRACED_LAST_HOLDER', lastLegalHolder: 'Retailer, Miami' };
export const refusal: Refusal = { ground: 'ITI22_INVESTIGATION', reason: 'An investigation is under way.' };
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
export const commands = {
  ReceiveRequest: receive,
  AcknowledgeCase: { type: 'AcknowledgeCase', ...desk },
  AnswerCase: { type: 'AnswerCase', ...desk, answer },
  RefuseCase: { type: 'RefuseCase', ...desk, refusal },
  RecordWithdrawal: { type: 'RecordWithdrawal', ...word, reason: 'The arm was returned.' },
  RecordClosure: { type: 'RecordClosure', ...word, conclusion: 'LEAD_EXHAUSTED' },
  RecordReplyFailure: { type: 'RecordReplyFailure', ...word, reason: 'not-json' },
} as const satisfies { readonly [Type in TraceCaseCommand['type']]: TraceCaseCommand };
export type CommandType = keyof typeof commands;

export const received: TraceCaseEvent = {
  type: 'CaseReceived',
  occurredAt: receivedAt,
  clock: clock(clockBasis),
  data: content,
};
export const acknowledged: TraceCaseEvent = {
  type: 'CaseAcknowledged',
  occurredAt: 900,
  clock: clock(''),
  data: {},
};
export const answered: TraceCaseEvent = {
  type: 'CaseAnswered',
  occurredAt: 900,
  clock: clock('FULL'),
  data: { ...answer, answerClass: 'FULL' },
};
export const refused = {
  type: 'CaseRefused',
  occurredAt: 900,
  clock: clock('ITI22_INVESTIGATION'),
  data: { ...refusal, outsideInstrument: false },
} satisfies TraceCaseEvent;
export const withdrawn: TraceCaseEvent = {
  type: 'CaseWithdrawn',
  occurredAt: 900,
  clock: null,
  data: { reason: 'The arm was returned.' },
};
export const closed: TraceCaseEvent = {
  type: 'CaseClosed',
  occurredAt: 900,
  clock: null,
  data: { conclusion: 'LEAD_EXHAUSTED' },
};
export const replyFailed: TraceCaseEvent = {
  type: 'ReplyDeliveryFailed',
  occurredAt: 900,
  clock: null,
  data: { reason: 'not-json' },
};

/** A history that ends in each status. */
export const histories: Readonly<Record<CaseStatus | 'unknown', readonly TraceCaseEvent[]>> = {
  unknown: [],
  received: [received],
  acknowledged: [received, acknowledged],
  answered: [received, acknowledged, answered],
  refused: [received, refused],
  withdrawn: [received, withdrawn],
  closed: [received, answered, closed],
};

export const stateOf = (history: readonly TraceCaseEvent[]) =>
  history.reduce(traceCase.evolve, traceCase.initial);
export const commandTypes = Object.keys(commands) as readonly CommandType[];
