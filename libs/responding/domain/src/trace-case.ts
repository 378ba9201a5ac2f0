import {
  type ClockFacts,
  type Decider,
  happenedAlready,
  type Instant,
  never,
  Rejection,
} from '@vestigo/kernel';
import type { CaseContent } from './case-content';
import { answerClassOf, type AnswerClass } from './codes';
import type { Answer, Refusal, TraceCaseEvent } from './trace-case.events';
import { answerable, isOutsideInstrument, refusable } from './trace-case.policy';

export interface ReceiveRequest extends Act {
  readonly type: 'ReceiveRequest';
  readonly parties: Parties;
  readonly content: CaseContent;
  /** Priority, regimes, time zone and weekend that the clocks of this case run on, fixed at receipt. */
  readonly clockBasis: string;
}

/** What the responding desk does, and what the requesting State's messages say. */
export type TraceCaseCommand =
  | ReceiveRequest
  | (Act & { readonly type: 'AcknowledgeCase' })
  | (Act & { readonly type: 'AnswerCase'; readonly answer: Answer })
  | (Act & { readonly type: 'RefuseCase'; readonly refusal: Refusal })
  | (Act & { readonly type: 'RecordWithdrawal'; readonly reason: string })
  | (Act & { readonly type: 'RecordClosure'; readonly conclusion: string })
  | (Act & { readonly type: 'RecordReplyFailure'; readonly reason: string });

interface Act {
  /** The State that acts, ISO 3166-1 alpha-3. */
  readonly by: string;
  /** When it happened. */
  readonly at: Instant;
  readonly now: Instant;
}

type Parties = Omit<ClockFacts, 'code'>;

export const CASE_STATUSES = [
  'received',
  'acknowledged',
  'answered',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export type TraceCase = { readonly status: 'unknown' } | ReceivedCase;

export interface ReceivedCase {
  readonly status: CaseStatus;
  readonly parties: Parties;
  readonly receivedAt: Instant;
  readonly content: CaseContent;
  readonly clockBasis: string;
  readonly answer?: Answer & { readonly answerClass: AnswerClass };
  readonly refusal?: Refusal & { readonly outsideInstrument: boolean };
}

/** A tracing request as the State asked keeps it. */
export const traceCase: Decider<TraceCase, TraceCaseCommand, TraceCaseEvent> = {
  category: 'traceCase',
  initial: { status: 'unknown' },
  decide,
  evolve,
};

function decide(command: TraceCaseCommand, state: TraceCase): readonly TraceCaseEvent[] | Rejection {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.type === 'ReceiveRequest') return receive(command, state);
  if (state.status === 'unknown') return unknownCase();
  switch (command.type) {
    case 'AcknowledgeCase':
    case 'AnswerCase':
    case 'RefuseCase':
      if (command.by !== state.parties.respondingState) return unknownCase();
      if (command.at < state.receivedAt && command.at < command.now) return beforeReceipt();
      // What happens now comes after the receipt, even where the clock of the desk was set back in between.
      return respond({ ...command, at: Math.max(command.at, state.receivedAt) }, state);
    case 'RecordWithdrawal':
    case 'RecordClosure':
    case 'RecordReplyFailure':
      return command.by === state.parties.requestingState ? hear(command, state) : unknownCase();
    default:
      throw never(command, 'command');
  }
}

/** A second delivery of the same request changes nothing: received once wins, and the clock does not start anew. */
function receive(command: ReceiveRequest, state: TraceCase): readonly TraceCaseEvent[] | Rejection {
  if (command.by !== command.parties.requestingState) {
    return new Rejection(
      'forbidden',
      'not-the-requesting-state',
      'Only the requesting State can send this request.',
    );
  }
  if (state.status !== 'unknown') return sameParties(command.parties, state.parties) ? [] : idTaken();
  const clock = { ...command.parties, code: command.clockBasis };
  return [{ type: 'CaseReceived', occurredAt: command.at, clock, data: command.content }];
}

type Response = Extract<TraceCaseCommand, { readonly type: 'AcknowledgeCase' | 'AnswerCase' | 'RefuseCase' }>;

function respond(command: Response, state: ReceivedCase): readonly TraceCaseEvent[] | Rejection {
  if (state.status !== 'received' && state.status !== 'acknowledged') return alreadyEnded(state.status);
  const occurredAt = command.at;
  switch (command.type) {
    case 'AcknowledgeCase':
      if (state.status === 'acknowledged') return [];
      return [{ type: 'CaseAcknowledged', occurredAt, clock: { ...state.parties, code: '' }, data: {} }];
    case 'AnswerCase': {
      const { answer } = command;
      const answerClass = answerClassOf(answer.outcome, answer.restriction !== undefined);
      const clock = { ...state.parties, code: answerClass };
      return (
        answerable(answer, state.parties.respondingState) ?? [
          { type: 'CaseAnswered', occurredAt, clock, data: { ...answer, answerClass } },
        ]
      );
    }
    case 'RefuseCase': {
      const { refusal } = command;
      const clock = { ...state.parties, code: refusal.ground };
      const outsideInstrument = isOutsideInstrument(refusal.ground);
      return (
        refusable(refusal) ?? [
          { type: 'CaseRefused', occurredAt, clock, data: { ...refusal, outsideInstrument } },
        ]
      );
    }
    default:
      throw never(command, 'command');
  }
}

type Hearing = Extract<TraceCaseCommand, { readonly type: `Record${string}` }>;

/** Word from the requesting State. It never takes back an answer that was given. */
function hear(command: Hearing, state: ReceivedCase): readonly TraceCaseEvent[] | Rejection {
  const occurredAt = command.at;
  switch (command.type) {
    case 'RecordWithdrawal':
      if (state.status !== 'received' && state.status !== 'acknowledged') return [];
      return [{ type: 'CaseWithdrawn', occurredAt, clock: null, data: { reason: command.reason } }];
    case 'RecordClosure':
      if (state.status === 'withdrawn' || state.status === 'closed') return [];
      if (state.status !== 'answered' && state.status !== 'refused') return notConcluded(state.status);
      return [{ type: 'CaseClosed', occurredAt, clock: null, data: { conclusion: command.conclusion } }];
    case 'RecordReplyFailure':
      return [{ type: 'ReplyDeliveryFailed', occurredAt, clock: null, data: { reason: command.reason } }];
    default:
      throw never(command, 'message');
  }
}

function evolve(state: TraceCase, event: TraceCaseEvent): TraceCase {
  if (event.type === 'CaseReceived') {
    if (!event.clock) throw new Error('CaseReceived carries no clock facts');
    const { code: clockBasis, ...parties } = event.clock;
    return { status: 'received', parties, receivedAt: event.occurredAt, content: event.data, clockBasis };
  }
  if (state.status === 'unknown') throw new Error(`${event.type} stands before CaseReceived`);
  switch (event.type) {
    case 'CaseAcknowledged':
      return { ...state, status: 'acknowledged' };
    case 'CaseAnswered':
      return { ...state, status: 'answered', answer: event.data };
    case 'CaseRefused':
      return { ...state, status: 'refused', refusal: event.data };
    case 'CaseWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'CaseClosed':
      return { ...state, status: 'closed' };
    case 'ReplyDeliveryFailed':
      return state;
    default:
      throw never(event, 'event');
  }
}

function unknownCase(): Rejection {
  return new Rejection('not-found', 'case-not-found', 'Your State is party to no case with this id.');
}

function sameParties(left: Parties, right: Parties): boolean {
  return left.requestingState === right.requestingState && left.respondingState === right.respondingState;
}

/** Not in silence: the other State would wait for an answer to a request that nobody holds. */
function idTaken(): Rejection {
  return new Rejection('forbidden', 'request-id-taken', 'A request of other States has this id.');
}

function beforeReceipt(): Rejection {
  return new Rejection('invalid', 'before-receipt', 'This instant lies before the request was received.', [
    { pointer: '/occurredAt', detail: 'must not be before the receipt of the request' },
  ]);
}

function notConcluded(status: CaseStatus): Rejection {
  return new Rejection(
    'conflict',
    'not-answered-yet',
    `The case is ${status}; its request can be closed once it is answered or refused.`,
  );
}

function alreadyEnded(status: CaseStatus): Rejection {
  return new Rejection(
    'conflict',
    `already-${status}`,
    `The case is ${status}; nothing more can be said on it here.`,
  );
}
