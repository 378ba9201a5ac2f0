import type { Instant, RecordedFact } from '@vestigo/kernel';
import { consentThatFellDue } from './consent-fell-due';
import { type ClassFactType, type ClockFactType, clockFactTypes, type NotedFactType } from './clock-facts';
import { noActs, noted, type NotedAct } from './noted-acts';
import { type AnswerClass, classKnownAt, type RequestClass, requestClassOf } from './request-class';

/**
 * What oversight keeps of one request; null where it has not come to that. `…At` is what the desk says, `…RecordedAt` when
 * the log took it in.
 */
export interface RequestClock {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
  /** True when its submission or its receipt was taken over from elsewhere. */
  readonly imported: boolean;
  /** An encoded `ClockBasis`, as the responder knew it at receipt. */
  readonly basis: string | null;
  readonly submittedAt: Instant | null;
  readonly submittedRecordedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly deliveredRecordedAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedRecordedAt: Instant | null;
  /** The first answer in substance: it stops the clock for good. */
  readonly answeredAt: Instant | null;
  readonly answeredRecordedAt: Instant | null;
  /** The class of that answer; later ones stand among the acts. */
  readonly answerClass: AnswerClass | null;
  /** The first refusal of the whole request, as long as nothing was answered. */
  readonly refusedAt: Instant | null;
  readonly refusedRecordedAt: Instant | null;
  readonly refusalGround: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnRecordedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closedRecordedAt: Instant | null;
  readonly ackFellDueAt: Instant | null;
  readonly answerFellDueAt: Instant | null;
  /** Numbers of the questions for consent whose clock ran out undecided. */
  readonly consentsFellDue: readonly number[];
  /** What else the desks did, each in the order of its own stream. */
  readonly requestingActs: readonly NotedAct[];
  readonly respondingActs: readonly NotedAct[];
}

/**
 * The row after one more fact. The first fact of a type wins, so that what is sent again resets no clock; the streams of
 * both States may be folded in any interleaving. Facts of other types change nothing.
 */
export function evolveClock(row: RequestClock | undefined, fact: RecordedFact): RequestClock | undefined {
  const type = typesByName.get(fact.type);
  if (type === undefined) return row;
  return learn(row ?? blank(fact), type, fact);
}

const typesByName = new Map<string, ClockFactType>(clockFactTypes.map((type) => [type, type]));

function learn(clock: RequestClock, type: ClockFactType, fact: RecordedFact): RequestClock {
  const { occurredAt, recordedAt, code } = fact;
  const imported = clock.imported || fact.imported;
  switch (type) {
    case 'RequestSubmitted':
      if (clock.submittedAt !== null) return clock;
      return { ...clock, imported, submittedAt: occurredAt, submittedRecordedAt: recordedAt };
    case 'RequestWithdrawn':
      if (clock.withdrawnAt !== null) return clock;
      return { ...clock, withdrawnAt: occurredAt, withdrawnRecordedAt: recordedAt };
    case 'RequestClosed':
      if (clock.closedAt !== null) return clock;
      return { ...clock, closedAt: occurredAt, closedRecordedAt: recordedAt };
    case 'CaseReceived':
      if (clock.deliveredAt !== null) return clock;
      return { ...clock, imported, deliveredAt: occurredAt, deliveredRecordedAt: recordedAt, basis: code };
    case 'CaseAcknowledged':
      if (clock.acknowledgedAt !== null) return clock;
      return { ...clock, acknowledgedAt: occurredAt, acknowledgedRecordedAt: recordedAt };
    case 'CaseRefused':
      if (clock.refusedAt !== null) return clock;
      return { ...clock, refusedAt: occurredAt, refusedRecordedAt: recordedAt, refusalGround: code };
    case 'CaseAnswered':
    case 'AnswerSupplemented':
    case 'AnswerCorrected':
    case 'ItemsRefused':
    case 'RestrictionImposed':
    case 'RestrictionLifted':
      return withClass(clock, type, fact);
    case 'InformationRequested':
    case 'DelayNotified':
    case 'CaseRedirected':
    case 'ConsentRequested':
    case 'ConsentGiven':
    case 'ConsentDenied':
      return withRespondingAct(clock, type, fact);
    case 'InformationSupplied':
    case 'InformationDeclined':
    case 'RequestLapsed':
    case 'RequestReopened':
    case 'RequestMarkedDuplicate':
    case 'ConsentAsked':
      return withRequestingAct(clock, type, fact);
    case 'AcknowledgementFellDue':
      return clock.ackFellDueAt === null ? { ...clock, ackFellDueAt: occurredAt } : clock;
    case 'AnswerFellDue':
      return clock.answerFellDueAt === null ? { ...clock, answerFellDueAt: occurredAt } : clock;
    case 'ConsentFellDue':
      return withConsentFellDue(clock, consentThatFellDue(code));
  }
}

function withConsentFellDue(clock: RequestClock, consent: number): RequestClock {
  const { consentsFellDue } = clock;
  if (consentsFellDue.includes(consent)) return clock;
  return { ...clock, consentsFellDue: [...consentsFellDue, consent] };
}

/** A request is mostly given one class, which its columns hold; whatever it is given after that is noted as an act. */
function withClass(clock: RequestClock, type: ClassFactType, fact: RecordedFact): RequestClock {
  const given = requestClassOf(fact.code);
  if (given === classKnownAt(clock, Infinity)) return clock;
  const isFirst = clock.answeredAt === null && clock.refusedAt === null;
  const next = withResponse(clock, given, fact);
  return isFirst ? next : withRespondingAct(next, type, fact);
}

function withResponse(
  clock: RequestClock,
  given: RequestClass,
  { occurredAt, recordedAt }: RecordedFact,
): RequestClock {
  if (clock.answeredAt !== null || given === '') return clock;
  if (given !== 'REFUSED') {
    return { ...clock, answeredAt: occurredAt, answeredRecordedAt: recordedAt, answerClass: given };
  }
  return clock.refusedAt === null
    ? { ...clock, refusedAt: occurredAt, refusedRecordedAt: recordedAt }
    : clock;
}

function withRequestingAct(clock: RequestClock, type: NotedFactType, fact: RecordedFact): RequestClock {
  const requestingActs = noted(clock.requestingActs, type, fact);
  return requestingActs === clock.requestingActs ? clock : { ...clock, requestingActs };
}

function withRespondingAct(clock: RequestClock, type: NotedFactType, fact: RecordedFact): RequestClock {
  const respondingActs = noted(clock.respondingActs, type, fact);
  return respondingActs === clock.respondingActs ? clock : { ...clock, respondingActs };
}

const none: readonly number[] = [];

function blank({ requestId, requestingState, respondingState }: RecordedFact): RequestClock {
  return {
    requestId,
    requestingState,
    respondingState,
    imported: false,
    basis: null,
    submittedAt: null,
    submittedRecordedAt: null,
    deliveredAt: null,
    deliveredRecordedAt: null,
    acknowledgedAt: null,
    acknowledgedRecordedAt: null,
    answeredAt: null,
    answeredRecordedAt: null,
    answerClass: null,
    refusedAt: null,
    refusedRecordedAt: null,
    refusalGround: null,
    withdrawnAt: null,
    withdrawnRecordedAt: null,
    closedAt: null,
    closedRecordedAt: null,
    ackFellDueAt: null,
    answerFellDueAt: null,
    consentsFellDue: none,
    requestingActs: noActs,
    respondingActs: noActs,
  };
}
