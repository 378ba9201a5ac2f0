import type { RequestContent } from '../request-content';
import {
  type RequestStatus,
  type SubmitRequest,
  tracingRequest,
  type TracingRequestCommand,
} from '../tracing-request';
import type { AnswerContent, TracingRequestEvent } from '../tracing-request.events';

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
export const answer: AnswerContent = { outcome: 'TRACED_LAST_HOLDER', answerClass: 'FULL' };
export const refusal = { ground: 'ITI22_NATIONAL_SECURITY', reason: 'The file is closed to other States.' };
export const clock = (code: string) => ({ ...parties, code });

export const submit = (change: Partial<RequestContent> = {}): SubmitRequest => ({
  type: 'SubmitRequest',
  ...desk,
  ...parties,
  content: { ...content, ...change },
});

export const commands = {
  SubmitRequest: submit(),
  WithdrawRequest: { type: 'WithdrawRequest', ...desk, reason: 'The arm was returned.' },
  CloseRequest: { type: 'CloseRequest', ...desk, conclusion: 'LEAD_EXHAUSTED' },
  RecordDelivery: { type: 'RecordDelivery', ...word },
  RecordDeliveryFailure: { type: 'RecordDeliveryFailure', by: 'USA', at: 900, now, reason: 'not-json' },
  RecordAcknowledgement: { type: 'RecordAcknowledgement', ...word },
  RecordAnswer: { type: 'RecordAnswer', ...word, answer },
  RecordRefusal: { type: 'RecordRefusal', ...word, refusal },
} as const satisfies { readonly [Type in TracingRequestCommand['type']]: TracingRequestCommand };
export type CommandType = keyof typeof commands;

export const submitted = {
  type: 'RequestSubmitted',
  occurredAt: 900,
  clock: clock('ROUTINE'),
  data: content,
} satisfies TracingRequestEvent;
export const delivered: TracingRequestEvent = {
  type: 'RequestDelivered',
  occurredAt: 900,
  clock: null,
  data: { respondedAt: 850 },
};
export const failed: TracingRequestEvent = {
  type: 'DeliveryFailed',
  occurredAt: 900,
  clock: null,
  data: { reason: 'not-json' },
};
export const acknowledged: TracingRequestEvent = {
  type: 'AcknowledgementReceived',
  occurredAt: 900,
  clock: null,
  data: { respondedAt: 850 },
};
export const answered: TracingRequestEvent = {
  type: 'AnswerReceived',
  occurredAt: 900,
  clock: null,
  data: { respondedAt: 850, ...answer },
};
export const refused: TracingRequestEvent = {
  type: 'RefusalReceived',
  occurredAt: 900,
  clock: null,
  data: { respondedAt: 850, ...refusal },
};
export const withdrawn: TracingRequestEvent = {
  type: 'RequestWithdrawn',
  occurredAt: 900,
  clock: clock(''),
  data: { reason: 'The arm was returned.' },
};
export const closed: TracingRequestEvent = {
  type: 'RequestClosed',
  occurredAt: 900,
  clock: clock('LEAD_EXHAUSTED'),
  data: { conclusion: 'LEAD_EXHAUSTED' },
};

/** A history that ends in each status. */
export const histories: Readonly<Record<RequestStatus | 'unknown', readonly TracingRequestEvent[]>> = {
  unknown: [],
  submitted: [submitted],
  undeliverable: [submitted, failed],
  delivered: [submitted, delivered],
  acknowledged: [submitted, delivered, acknowledged],
  answered: [submitted, delivered, answered],
  refused: [submitted, delivered, refused],
  withdrawn: [submitted, delivered, withdrawn],
  closed: [submitted, delivered, answered, closed],
};

export const stateOf = (history: readonly TracingRequestEvent[]) =>
  history.reduce(tracingRequest.evolve, tracingRequest.initial);
export const commandTypes = Object.keys(commands) as readonly CommandType[];
