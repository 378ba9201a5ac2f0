import {
  type ClockFacts,
  type Decider,
  happenedAlready,
  type Instant,
  never,
  Rejection,
} from '@vestigo/kernel';
import type { Conclusion } from './codes';
import type { RequestContent } from './request-content';
import type { AnswerContent, Echo, RefusalContent, TracingRequestEvent } from './tracing-request.events';
import { admissible } from './tracing-request.policy';

export interface SubmitRequest extends Act {
  readonly type: 'SubmitRequest';
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
  /** History taken over from elsewhere. */
  readonly imported: boolean;
  readonly content: RequestContent;
}

/** What the requesting desk does, and what the responding State's messages say. */
export type TracingRequestCommand =
  | SubmitRequest
  | (Act & { readonly type: 'WithdrawRequest'; readonly reason: string })
  | (Act & { readonly type: 'CloseRequest'; readonly conclusion: Conclusion })
  | (Act & Echo & { readonly type: 'RecordDelivery' })
  | (Act & { readonly type: 'RecordDeliveryFailure'; readonly reason: string })
  | (Act & Echo & { readonly type: 'RecordAcknowledgement' })
  | (Act & Echo & { readonly type: 'RecordAnswer'; readonly answer: AnswerContent })
  | (Act & Echo & { readonly type: 'RecordRefusal'; readonly refusal: RefusalContent });

interface Act {
  /** The State that acts, ISO 3166-1 alpha-3. */
  readonly by: string;
  /** When it happened. */
  readonly at: Instant;
  readonly now: Instant;
}

export const REQUEST_STATUSES = [
  'submitted',
  'undeliverable',
  'delivered',
  'acknowledged',
  'answered',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export type TracingRequest = { readonly status: 'unknown' } | SubmittedRequest;

export interface SubmittedRequest {
  readonly status: RequestStatus;
  readonly parties: Omit<ClockFacts, 'code'>;
  readonly content: RequestContent;
  readonly answer?: AnswerContent;
  readonly refusal?: RefusalContent;
}

/** A tracing request as its requesting State keeps it. */
export const tracingRequest: Decider<TracingRequest, TracingRequestCommand, TracingRequestEvent> = {
  category: 'tracingRequest',
  initial: { status: 'unknown' },
  decide,
  evolve,
};

function decide(
  command: TracingRequestCommand,
  state: TracingRequest,
): readonly TracingRequestEvent[] | Rejection {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.type === 'SubmitRequest') return submit(command, state);
  if (state.status === 'unknown') return unknownRequest();
  const occurredAt = command.at;
  switch (command.type) {
    case 'WithdrawRequest':
      if (command.by !== state.parties.requestingState) return unknownRequest();
      if (state.status === 'withdrawn') return [];
      if (!isOpen(state)) return alreadyEnded(state.status);
      return [
        {
          type: 'RequestWithdrawn',
          occurredAt,
          clock: { ...state.parties, code: '' },
          data: { reason: command.reason },
        },
      ];
    case 'CloseRequest':
      if (command.by !== state.parties.requestingState) return unknownRequest();
      if (state.status === 'closed') return [];
      if (state.status !== 'answered' && state.status !== 'refused') return notConcluded(state.status);
      return [
        {
          type: 'RequestClosed',
          occurredAt,
          clock: { ...state.parties, code: command.conclusion },
          data: { conclusion: command.conclusion },
        },
      ];
    case 'RecordDelivery':
    case 'RecordDeliveryFailure':
    case 'RecordAcknowledgement':
    case 'RecordAnswer':
    case 'RecordRefusal':
      return command.by === state.parties.respondingState ? hear(command, state) : unknownRequest();
    default:
      throw never(command, 'command');
  }
}

function submit(command: SubmitRequest, state: TracingRequest): readonly TracingRequestEvent[] | Rejection {
  if (command.by !== command.requestingState) {
    return new Rejection(
      'forbidden',
      'not-the-requesting-state',
      'A State sends requests in its own name only.',
    );
  }
  if (state.status !== 'unknown') {
    return new Rejection('conflict', 'already-submitted', 'A request with this id was submitted before.');
  }
  const { requestId, requestingState, respondingState, imported, content } = command;
  const clock = { requestId, requestingState, respondingState, imported, code: content.priority };
  return admissible(command) ?? [{ type: 'RequestSubmitted', occurredAt: command.at, clock, data: content }];
}

type Hearing = Extract<TracingRequestCommand, { readonly type: `Record${string}` }>;

/** Word from the responding State. What is known already adds nothing, so that a repeated message is harmless. */
function hear(command: Hearing, state: SubmittedRequest): readonly TracingRequestEvent[] {
  const occurredAt = command.at;
  switch (command.type) {
    case 'RecordDelivery':
      if (state.status !== 'submitted' && state.status !== 'undeliverable') return [];
      return [
        { type: 'RequestDelivered', occurredAt, clock: null, data: { respondedAt: command.respondedAt } },
      ];
    case 'RecordDeliveryFailure':
      if (state.status !== 'submitted') return [];
      return [{ type: 'DeliveryFailed', occurredAt, clock: null, data: { reason: command.reason } }];
    case 'RecordAcknowledgement':
      if (!isOpen(state) || state.status === 'acknowledged') return [];
      return [
        {
          type: 'AcknowledgementReceived',
          occurredAt,
          clock: null,
          data: { respondedAt: command.respondedAt },
        },
      ];
    case 'RecordAnswer':
      if (state.answer || state.refusal) return [];
      return [
        {
          type: 'AnswerReceived',
          occurredAt,
          clock: null,
          data: { respondedAt: command.respondedAt, ...command.answer },
        },
      ];
    case 'RecordRefusal':
      if (state.answer || state.refusal) return [];
      return [
        {
          type: 'RefusalReceived',
          occurredAt,
          clock: null,
          data: { respondedAt: command.respondedAt, ...command.refusal },
        },
      ];
    default:
      throw never(command, 'message');
  }
}

function evolve(state: TracingRequest, event: TracingRequestEvent): TracingRequest {
  if (event.type === 'RequestSubmitted') {
    if (!event.clock) throw new Error('RequestSubmitted carries no clock facts');
    const { requestId, requestingState, respondingState, imported } = event.clock;
    return {
      status: 'submitted',
      parties: { requestId, requestingState, respondingState, imported },
      content: event.data,
    };
  }
  if (state.status === 'unknown') throw new Error(`${event.type} stands before RequestSubmitted`);
  switch (event.type) {
    case 'RequestDelivered':
      return { ...state, status: 'delivered' };
    case 'DeliveryFailed':
      return { ...state, status: 'undeliverable' };
    case 'AcknowledgementReceived':
      return { ...state, status: 'acknowledged' };
    case 'AnswerReceived': {
      const { respondedAt: _, ...answer } = event.data;
      return { ...state, status: afterReply(state, 'answered'), answer };
    }
    case 'RefusalReceived': {
      const { respondedAt: _, ...refusal } = event.data;
      return { ...state, status: afterReply(state, 'refused'), refusal };
    }
    case 'RequestWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'RequestClosed':
      return { ...state, status: 'closed' };
    default:
      throw never(event, 'event');
  }
}

/** A reply that crossed a withdrawal is kept, and the request stays withdrawn. */
function afterReply(state: SubmittedRequest, status: RequestStatus): RequestStatus {
  return state.status === 'withdrawn' ? 'withdrawn' : status;
}

function isOpen({ status }: SubmittedRequest): boolean {
  return (
    status === 'submitted' ||
    status === 'undeliverable' ||
    status === 'delivered' ||
    status === 'acknowledged'
  );
}

function unknownRequest(): Rejection {
  return new Rejection('not-found', 'request-not-found', 'Your State is party to no request with this id.');
}

function alreadyEnded(status: RequestStatus): Rejection {
  return new Rejection(
    'conflict',
    `already-${status}`,
    `The request is ${status}; only an open request can be withdrawn.`,
  );
}

function notConcluded(status: RequestStatus): Rejection {
  return new Rejection(
    'conflict',
    'not-answered-yet',
    `The request is ${status}; it can be closed once it is answered or refused. Withdraw it to end it earlier.`,
  );
}
