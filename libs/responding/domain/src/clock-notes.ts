import type { Instant } from '@vestigo/kernel';
import type { TraceCaseEvent } from './trace-case.events';

/** What the clocks of a case are told from, without anything protected. Instants are those that the desks say. */
export interface ClockNotes {
  /** An encoded `ClockBasis`, fixed at receipt. */
  readonly basis: string;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  /** The first acknowledgement; an answer or a refusal is one, too. */
  readonly acknowledgedAt: Instant | null;
  /** The first answer, or the refusal of the whole request. */
  readonly repliedAt: Instant | null;
  /** When the matter went another way: withdrawn, redirected, a duplicate, lapsed. */
  readonly setAsideAt: Instant | null;
  readonly questions: readonly Question[];
}

interface Question {
  readonly number: number;
  readonly askedAt: Instant;
  /** When the information came, or word that it will not; null while it is owed (ITI 21). */
  readonly settledAt: Instant | null;
}

/** The notes after one more event; undefined before the receipt. */
export function notedClocks(
  notes: ClockNotes | undefined,
  event: TraceCaseEvent,
  recordedAt: Instant,
): ClockNotes | undefined {
  const at = event.occurredAt;
  if (event.type === 'CaseReceived') {
    return {
      ...{ basis: event.clock?.code ?? '', receivedAt: at, recordedAt },
      ...{ acknowledgedAt: null, repliedAt: null, setAsideAt: null, questions: [] },
    };
  }
  if (!notes) return undefined;
  switch (event.type) {
    case 'CaseAcknowledged':
      return { ...notes, acknowledgedAt: notes.acknowledgedAt ?? at };
    case 'CaseAnswered':
    case 'CaseRefused':
      return replied(notes, at);
    case 'ItemsRefused':
      // The class of the whole request: '' while some of it was neither answered nor refused.
      return event.clock?.code === '' ? notes : replied(notes, at);
    case 'CaseWithdrawn':
    case 'CaseRedirected':
    case 'CaseMarkedDuplicate':
    case 'CaseLapsed':
      return { ...notes, setAsideAt: notes.setAsideAt ?? at };
    case 'CaseReopened':
      return { ...notes, setAsideAt: null };
    case 'InformationRequested':
      return asked(notes, event.data.question, at);
    case 'InformationReceived':
    case 'InformationWithheld':
      return settled(notes, event.data.question, at);
    case 'SearchStarted':
    case 'DelayNotified':
    case 'AnswerSupplemented':
    case 'AnswerCorrected':
    case 'RestrictionImposed':
    case 'RestrictionLifted':
    case 'ClarificationGiven':
    case 'ConsentGiven':
    case 'ConsentDenied':
    case 'ClarificationRequested':
    case 'ReminderReceived':
    case 'CaseClosed':
    case 'ConsentRequested':
    case 'DisclosureNoticeReceived':
    case 'ReplyDeliveryFailed':
      return notes;
  }
}

const replied = (notes: ClockNotes, at: Instant): ClockNotes => ({
  ...notes,
  acknowledgedAt: notes.acknowledgedAt ?? at,
  repliedAt: notes.repliedAt ?? at,
});

function asked(notes: ClockNotes, number: number, askedAt: Instant): ClockNotes {
  return { ...notes, questions: [...notes.questions, { number, askedAt, settledAt: null }] };
}

function settled(notes: ClockNotes, number: number, at: Instant): ClockNotes {
  const questions = notes.questions.map((question) =>
    question.number === number && question.settledAt === null ? { ...question, settledAt: at } : question,
  );
  return { ...notes, questions };
}
