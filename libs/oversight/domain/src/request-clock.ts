import type { Instant, RecordedFact } from '@vestigo/kernel';

/** Facts of the stream of the requesting State. */
export const requestingFactTypes = ['RequestSubmitted', 'RequestWithdrawn', 'RequestClosed'] as const;
/** Facts of the stream of the responding State. */
export const respondingFactTypes = [
  'CaseReceived',
  'CaseAcknowledged',
  'CaseAnswered',
  'CaseRefused',
] as const;
/** Facts of the deadline ledger. */
export const ledgerFactTypes = ['AcknowledgementFellDue', 'AnswerFellDue'] as const;
export const clockFactTypes = [...requestingFactTypes, ...respondingFactTypes, ...ledgerFactTypes] as const;
export type ClockFactType = (typeof clockFactTypes)[number];

/** `code` of `CaseAnswered`. NEGATIVE: the registers were searched and hold nothing, which is an answer. */
export type AnswerClass = 'FULL' | 'PARTIAL' | 'NEGATIVE';

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
  readonly answeredAt: Instant | null;
  readonly answeredRecordedAt: Instant | null;
  readonly answerClass: AnswerClass | null;
  readonly refusedAt: Instant | null;
  readonly refusedRecordedAt: Instant | null;
  readonly refusalGround: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnRecordedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closedRecordedAt: Instant | null;
  readonly ackFellDueAt: Instant | null;
  readonly answerFellDueAt: Instant | null;
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
    case 'CaseAnswered':
      if (clock.answeredAt !== null) return clock;
      return {
        ...clock,
        answeredAt: occurredAt,
        answeredRecordedAt: recordedAt,
        answerClass: answerClassOf(code),
      };
    case 'CaseRefused':
      if (clock.refusedAt !== null) return clock;
      return { ...clock, refusedAt: occurredAt, refusedRecordedAt: recordedAt, refusalGround: code };
    case 'AcknowledgementFellDue':
      return clock.ackFellDueAt === null ? { ...clock, ackFellDueAt: occurredAt } : clock;
    case 'AnswerFellDue':
      return clock.answerFellDueAt === null ? { ...clock, answerFellDueAt: occurredAt } : clock;
  }
}

/** A class that is not known here is an answer all the same, and nothing says that it is a full one. */
function answerClassOf(code: string): AnswerClass {
  return code === 'FULL' || code === 'NEGATIVE' ? code : 'PARTIAL';
}

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
  };
}
