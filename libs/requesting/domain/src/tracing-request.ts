import { type Decider, happenedAlready, never, Rejection } from '@vestigo/kernel';
import {
  EMPTY_BOOK,
  isKnown,
  type Matter,
  MATTER_STATUSES,
  matterOfRequest,
  type MatterStatus,
  nextNumber,
  Permit,
  type RequestingBook,
  type RequestingStep,
  type RespondingKind,
  type RespondingWords,
  type Words,
} from '@vestigo/lifecycle';
import { afterLapse, stillAnnounced, type WithLapses } from './announcement';
import type { RequestContent } from './request-content';
import { afterReturn, requestBook } from './tracing-request.book';
import type {
  RecordConsentDelivery,
  RecordReply,
  ResendRequest,
  StepCommand,
  SubmitRequest,
  TracingRequestCommand,
} from './tracing-request.commands';
import {
  afterDrafting,
  draft,
  type DraftedRequest,
  isDraftEvent,
  isDrafting,
  notOwnState,
  reviewMissing,
  workOnDraft,
} from './tracing-request.draft';
import {
  type AddressedTo,
  type Echo,
  type Parties,
  REPLY_EVENTS,
  type ReplyEvent,
  type Stamp,
  STEP_EVENTS,
  type StepEvent,
  type TracingRequestEvent,
} from './tracing-request.events';
import {
  alreadySubmitted,
  duplicateOfItself,
  notSubmitted,
  unknownRequest,
} from './tracing-request.rejections';
import { followable } from './follow-on.policy';
import { mayHandOn } from './held-checks.policy';
import { admissible } from './tracing-request.policy';

export const REQUEST_STATUSES = ['draft', 'approved', ...MATTER_STATUSES] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export type TracingRequest = UnknownRequest | DraftedRequest | SubmittedRequest;

interface UnknownRequest extends WithLapses {
  readonly status: 'unknown';
}

export interface SubmittedRequest {
  readonly status: MatterStatus;
  readonly parties: Parties;
  readonly content: RequestContent;
  readonly addressedTo?: AddressedTo;
  /** The acts of both desks, as far as they are known here. */
  readonly book: RequestingBook;
  /** The request came back: the State asked has not received it. */
  readonly returned: boolean;
  /** Numbers of the questions for consent that the State asked is known to have received. */
  readonly consentsDelivered: readonly number[];
  readonly matter: Matter;
}

/** A tracing request as its requesting State keeps it. */
export const tracingRequest: Decider<TracingRequest, TracingRequestCommand, TracingRequestEvent> = {
  category: 'tracingRequest',
  initial: { status: 'unknown' },
  decide,
  evolve,
};

type Decided = readonly TracingRequestEvent[] | Rejection;

function decide(command: TracingRequestCommand, state: TracingRequest): Decided {
  const early = happenedAlready(command.at, command.now);
  if (early) return early;
  if (command.type === 'SubmitRequest' || command.type === 'DraftRequest') return begin(command, state);
  if (state.status === 'unknown') return unknownRequest();
  if (isWord(command)) {
    if (command.by !== state.parties.respondingState || isDraft(state)) return unknownRequest();
    return heed(command, state);
  }
  if (command.by !== state.parties.requestingState) return unknownRequest();
  if (isDrafting(command)) return isDraft(state) ? workOnDraft(command, state, submit) : alreadySubmitted();
  if (isDraft(state)) return notSubmitted();
  return command.type === 'ResendRequest' ? resend(command, state) : step(command, state);
}

function begin(command: Extract<TracingRequestCommand, Parties>, state: TracingRequest): Decided {
  if (command.by !== command.requestingState) return notOwnState();
  if (state.status !== 'unknown') return alreadySubmitted();
  if (command.type === 'DraftRequest') return draft(command);
  return command.reviewRequired ? reviewMissing() : (stillAnnounced(command, state) ?? submit(command));
}

function submit(command: SubmitRequest): Decided {
  const { requestId, requestingState, respondingState, imported, content, addressedTo } = command;
  const clock = { requestId, requestingState, respondingState, imported, code: content.priority };
  const data = { ...content, act: nextNumber(EMPTY_BOOK), ...(addressedTo && { addressedTo }) };
  return (
    admissible(command) ??
    mayHandOn(command) ??
    followable(command) ?? [{ type: 'RequestSubmitted', occurredAt: command.at, clock, data }]
  );
}

/** The same request under its first number: whoever received it before knows it, and no clock starts anew. */
function resend({ at, addressedTo }: ResendRequest, { status, parties, content }: SubmittedRequest): Decided {
  if (status !== 'undeliverable') {
    return new Rejection('conflict', 'not-undeliverable', `The request is ${status}; it has not come back.`);
  }
  const data = { ...content, act: nextNumber(EMPTY_BOOK), ...(addressedTo && { addressedTo }) };
  return [{ type: 'RequestResent', occurredAt: at, clock: { ...parties, code: '' }, data }];
}

/** What ends a matter is done once: doing it again asks for what is already the case. */
const done: Readonly<Partial<Record<StepCommand['type'], MatterStatus>>> = {
  WithdrawRequest: 'withdrawn',
  CloseRequest: 'closed',
  LapseRequest: 'lapsed',
  MarkDuplicate: 'duplicate',
};

function step(command: StepCommand, state: SubmittedRequest): Decided {
  if (done[command.type] === state.status) return [];
  const { own } = state.book;
  const numberOf = (kind: RequestingStep) => own.filter((act) => act.kind === kind).length + 1;
  const act = <Kind extends RequestingStep>(kind: Kind, said: Words[Kind], code = '') =>
    written(kind, said, code, command.at, state);
  switch (command.type) {
    case 'SupplyInformation': {
      const { question, information } = command;
      return act('supply', { question, information }, String(question));
    }
    case 'DeclineInformation': {
      const { question, reason } = command;
      return act('decline', { question, reason }, String(question));
    }
    case 'SeekClarification':
      return act('seek-clarification', {
        clarification: numberOf('seek-clarification'),
        text: command.text,
      });
    case 'SendReminder':
      return act('remind', command.text === undefined ? {} : { text: command.text });
    case 'WithdrawRequest':
      return act('withdraw', { reason: command.reason });
    case 'CloseRequest':
      return act('close', { conclusion: command.conclusion }, command.conclusion);
    case 'LapseRequest':
      return act('lapse', { reason: command.reason });
    case 'ReopenRequest':
      return act('reopen', { reason: command.reason });
    case 'MarkDuplicate':
      if (command.duplicateOf === state.parties.requestId) return duplicateOfItself();
      return act('mark-duplicate', { duplicateOf: command.duplicateOf });
    case 'AskConsent': {
      const { items, recipient, purpose } = command;
      const consent = numberOf('ask-consent');
      return act('ask-consent', { consent, items, recipient, purpose }, String(consent));
    }
    case 'GiveDisclosureNotice': {
      const { items, recipient, reason } = command;
      return act('give-notice', { items, recipient, reason });
    }
    default:
      throw never(command, 'command');
  }
}

/** An act of this desk is written down with a permit, and not without. */
function written<Kind extends RequestingStep>(
  kind: Kind,
  said: Words[Kind],
  code: string,
  occurredAt: number,
  { matter, book, parties }: SubmittedRequest,
): readonly StepEvent<Kind>[] | Rejection {
  const permit = Permit.for(kind, said, matter, nextNumber(book));
  return permit instanceof Rejection ? permit : [stepEvent(permit, said, occurredAt, { ...parties, code })];
}

function stepEvent<Kind extends RequestingStep>(
  { kind, number }: Permit<Kind>,
  said: Words[Kind],
  occurredAt: number,
  clock: Parties & { readonly code: string },
): StepEvent<Kind> {
  return { type: STEP_EVENTS[kind], occurredAt, clock, data: { ...said, act: number } };
}

/** What the State asked says. */
type Word = Extract<TracingRequestCommand, { readonly type: `Record${string}` }>;
const isWord = (command: TracingRequestCommand): command is Word => command.type.startsWith('Record');

function heed(word: Word, state: SubmittedRequest): Decided {
  switch (word.type) {
    case 'RecordReply':
      return hear(word, state);
    case 'RecordDeliveryFailure':
      return comeBack(word.at, word.reason, state);
    case 'RecordConsentDelivery':
      return questionDelivered(word, state);
    default:
      throw never(word, 'word');
  }
}

/** Word from the responding State. What is known already adds nothing, so that a repeated message is harmless. */
function hear(
  { reply, number, respondedAt, deskClock, at }: RecordReply,
  { book }: SubmittedRequest,
): Decided {
  if (isKnown(book, reply.kind, number)) return [];
  const echo = { respondedAt, ...(deskClock && { deskClock }), ...(number && { act: number }) };
  return [replyEvent(reply.kind, reply.said, at, echo)];
}

function replyEvent<Kind extends RespondingKind>(
  kind: Kind,
  said: RespondingWords[Kind],
  occurredAt: number,
  echo: Echo & Stamp,
): ReplyEvent<Kind> {
  return { type: REPLY_EVENTS[kind], occurredAt, clock: null, data: { ...said, ...echo } };
}

/** The clock of a question for consent runs from there; received once wins. */
function questionDelivered(
  { at, consent, respondedAt }: RecordConsentDelivery,
  { book, consentsDelivered }: SubmittedRequest,
): Decided {
  if (!book.own.some((act) => act.kind === 'ask-consent' && act.said.consent === consent)) {
    return new Rejection('invalid', 'consent-not-asked', 'No consent was asked for under this number.');
  }
  if (consentsDelivered.includes(consent)) return [];
  const data = { consent, respondedAt };
  return [{ type: 'ConsentQuestionDelivered', occurredAt: at, clock: null, data }];
}

/** Only a request that has not arrived can come back; that another message did changes nothing of the matter. */
function comeBack(occurredAt: number, reason: string, { status }: SubmittedRequest): Decided {
  return status === 'sent' ? [{ type: 'DeliveryFailed', occurredAt, clock: null, data: { reason } }] : [];
}

function evolve(state: TracingRequest, event: TracingRequestEvent): TracingRequest {
  if (isDraftEvent(event)) return afterDrafting(isDraft(state) ? state : undefined, event);
  if (event.type === 'RequestSubmitted') {
    if (!event.clock) throw new Error('RequestSubmitted carries no clock facts');
    const { code: _, ...parties } = event.clock;
    const { act: __, addressedTo, ...content } = event.data;
    const book = requestBook(EMPTY_BOOK, event);
    const sent = { parties, content, ...(addressedTo && { addressedTo }) };
    return standing({ ...sent, book, returned: false, consentsDelivered: [] });
  }
  if (event.type === 'AnnouncementLapsed') return isSubmitted(state) ? state : afterLapse(state, event);
  if (!isSubmitted(state)) throw new Error(`${event.type} stands before RequestSubmitted`);
  const { status: _, matter: __, ...kept } = state;
  return standing({
    ...kept,
    ...(event.type === 'RequestResent' && event.data.addressedTo && { addressedTo: event.data.addressedTo }),
    book: requestBook(kept.book, event),
    returned: afterReturn(kept.returned, event),
    ...(event.type === 'ConsentQuestionDelivered' && {
      consentsDelivered: [...kept.consentsDelivered, event.data.consent],
    }),
  });
}

function standing(request: Omit<SubmittedRequest, 'status' | 'matter'>): SubmittedRequest {
  const matter = matterOfRequest(request.book, request.returned);
  return { status: matter.status, ...request, matter };
}

/** True for a request that has left the desk. */
export function isSubmitted(state: TracingRequest): state is SubmittedRequest {
  return 'matter' in state;
}

const isDraft = (state: TracingRequest): state is DraftedRequest => 'authors' in state;
