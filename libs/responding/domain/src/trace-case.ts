import { type ClockFacts, type Decider, happenedAlready, type Instant, Rejection } from '@vestigo/kernel';
import {
  hasEnded,
  isKnown,
  type Matter,
  MATTER_STATUSES,
  matterOfCase,
  type MatterStatus,
  type RequestingStep,
  type RequestingWords,
  type RespondingBook,
} from '@vestigo/lifecycle';
import type { CaseContent } from './case-content';
import { caseBook, type CaseBook, EMPTY_CASE_BOOK, type Waiting } from './trace-case.book';
import type { Parties, ReceiveRequest, RecordWord, TraceCaseCommand } from './trace-case.commands';
import {
  type Sender,
  type Stamp,
  type TraceCaseEvent,
  WORD_EVENTS,
  type WordEvent,
} from './trace-case.events';
import { step } from './trace-case.steps';

export const CASE_STATUSES = MATTER_STATUSES;
export type CaseStatus = MatterStatus;

/** Unknown until the request itself has come; word of it may have come before. */
export type TraceCase = { readonly status: 'unknown'; readonly waiting: readonly Waiting[] } | ReceivedCase;

export interface ReceivedCase {
  readonly status: CaseStatus;
  readonly parties: Parties;
  readonly receivedAt: Instant;
  readonly content: CaseContent;
  readonly clockBasis: string;
  /** The acts of both desks, as far as they are known here. */
  readonly book: RespondingBook;
  readonly matter: Matter;
}

/** A tracing request as the State asked keeps it. */
export const traceCase: Decider<TraceCase, TraceCaseCommand, TraceCaseEvent> = {
  category: 'traceCase',
  initial: { status: 'unknown', waiting: [] },
  decide,
  evolve,
};

type Decided = readonly TraceCaseEvent[] | Rejection;

function decide(command: TraceCaseCommand, state: TraceCase): Decided {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.type === 'ReceiveRequest') return receive(command, state);
  if (state.status === 'unknown') {
    return command.type === 'RecordWord' ? keepWaiting(command, state.waiting) : unknownCase();
  }
  const { requestingState, respondingState } = state.parties;
  if (command.type === 'RecordWord' || command.type === 'RecordReplyFailure') {
    if (command.by !== requestingState) return unknownCase();
    return command.type === 'RecordWord' ? hear(command, state) : replyFailed(command.at, command.reason);
  }
  if (command.by !== respondingState) return unknownCase();
  if (command.at < state.receivedAt && command.at < command.now) return beforeReceipt();
  // What happens now comes after the receipt, even where the clock of the desk was set back in between.
  return step({ ...command, at: Math.max(command.at, state.receivedAt) }, state);
}

/** A second delivery of the same request changes nothing: received once wins, and the clock does not start anew. */
function receive(command: ReceiveRequest, state: TraceCase): Decided {
  if (command.by !== command.parties.requestingState) {
    return new Rejection(
      'forbidden',
      'not-the-requesting-state',
      'Only the requesting State can send this request.',
    );
  }
  if (state.status !== 'unknown') return sameParties(command.parties, state.parties) ? [] : idTaken();
  const clock = { ...command.parties, code: command.clockBasis };
  const data = { ...command.content, act: { seq: 1, seen: 1 } };
  return [{ type: 'CaseReceived', occurredAt: command.at, clock, data }];
}

/** Word of a request that has not come yet is kept, as long as its number says where it belongs. */
function keepWaiting({ word, number, by, at }: RecordWord, waiting: readonly Waiting[]): Decided {
  if (!number) return unknownCase();
  const known = waiting.some((other) => other.from === by && other.number.seq === number.seq);
  return known ? [] : [wordEvent(word.kind, word.said, at, null, { act: number, from: by })];
}

/** Word from the requesting State. It never takes back an answer that was given; what is known already adds nothing. */
function hear({ word, number, at }: RecordWord, { book, matter, parties }: ReceivedCase): Decided {
  if (isKnown(book, word.kind, number)) return [];
  if (!number && word.kind === 'close' && isWaiting(matter)) return notConcluded(matter.status);
  // A question for consent starts a clock (ITI 15(c)).
  const clock = word.kind === 'ask-consent' ? { ...parties, code: String(word.said.consent) } : null;
  return [wordEvent(word.kind, word.said, at, clock, number && { act: number })];
}

/** Nobody could say which answer a closure without a number is about: it comes again when there is one. */
const isWaiting = ({ status, result }: Matter) => result === null && !hasEnded(status);

function replyFailed(occurredAt: Instant, reason: string): Decided {
  return [{ type: 'ReplyDeliveryFailed', occurredAt, clock: null, data: { reason } }];
}

function wordEvent<Kind extends RequestingStep>(
  kind: Kind,
  said: RequestingWords[Kind],
  occurredAt: number,
  clock: ClockFacts | null,
  told: (Stamp & Sender) | undefined,
): WordEvent<Kind> {
  return { type: WORD_EVENTS[kind], occurredAt, clock, data: { ...said, ...told } };
}

function evolve(state: TraceCase, event: TraceCaseEvent): TraceCase {
  if (event.type === 'CaseReceived') {
    if (!event.clock) throw new Error('CaseReceived carries no clock facts');
    const { code: clockBasis, ...parties } = event.clock;
    const { act: _, ...content } = event.data;
    const waiting = state.status === 'unknown' ? state.waiting : [];
    const { book } = caseBook({ ...EMPTY_CASE_BOOK, waiting }, event);
    return standing({ parties, receivedAt: event.occurredAt, content, clockBasis, book });
  }
  if (state.status !== 'unknown') {
    const { parties, receivedAt, content, clockBasis } = state;
    const { book } = caseBook({ waiting: [], book: state.book }, event);
    return standing({ parties, receivedAt, content, clockBasis, book });
  }
  const kept: CaseBook = caseBook({ ...EMPTY_CASE_BOOK, waiting: state.waiting }, event);
  if (kept.waiting.length === state.waiting.length) {
    throw new Error(`${event.type} stands before CaseReceived`);
  }
  return { status: 'unknown', waiting: kept.waiting };
}

function standing(held: Omit<ReceivedCase, 'status' | 'matter'>): ReceivedCase {
  const matter = matterOfCase(held.book);
  return { status: matter.status, ...held, matter };
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

function notConcluded(status: CaseStatus): Rejection {
  return new Rejection(
    'conflict',
    'not-answered-yet',
    `The case is ${status}; its request can be closed once it is answered or refused.`,
  );
}

function beforeReceipt(): Rejection {
  return new Rejection('invalid', 'before-receipt', 'This instant lies before the request was received.', [
    { pointer: '/occurredAt', detail: 'must not be before the receipt of the request' },
  ]);
}
