import { type Due, dueOf, type Owed, type Priority, type RegimeProfile } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import type { MatterStatus } from '@vestigo/lifecycle';
import type { DeskClock, TracingRequestEvent } from './tracing-request.events';

/** What the due instants of a request are told from, without anything protected. Replies stand at the instant that their desk says. */
export interface DueNotes {
  readonly priority: Priority;
  readonly regimes: readonly string[];
  /** null until the State asked has said that it received the request. */
  readonly receipt: Receipt | null;
  readonly questions: readonly Question[];
  readonly acknowledged: boolean;
  /** The first answer, or the refusal of the whole request. */
  readonly replied: boolean;
}

interface Receipt {
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  readonly deskClock: DeskClock;
}

interface Question {
  readonly number: number;
  readonly askedAt: Instant;
  /** null while the information is owed (ITI 21). */
  readonly settledAt: Instant | null;
}

/** The notes after one more event; undefined before the request was sent. */
export function dueNotes(
  notes: DueNotes | undefined,
  event: TracingRequestEvent,
  recordedAt: Instant,
): DueNotes | undefined {
  if (event.type === 'RequestSubmitted') {
    const { priority, regimes } = event.data;
    const nothingYet = { receipt: null, questions: [], acknowledged: false, replied: false };
    return { priority, regimes, ...nothingYet };
  }
  if (!notes) return undefined;
  if (event.type === 'RequestDelivered') {
    const { respondedAt: receivedAt, deskClock } = event.data;
    // One that was recorded before the clock of the desk asked was kept with it has no due instants here.
    const receipt = deskClock ? { receivedAt, recordedAt, deskClock } : null;
    return { ...notes, receipt: notes.receipt ?? receipt };
  }
  if (event.type === 'AcknowledgementReceived') return { ...notes, acknowledged: true };
  if (event.type === 'AnswerReceived' || event.type === 'RefusalReceived') {
    return { ...notes, acknowledged: true, replied: true };
  }
  if (event.type === 'InformationRequestReceived') {
    const { question: number, respondedAt: askedAt } = event.data;
    return { ...notes, questions: [...notes.questions, { number, askedAt, settledAt: null }] };
  }
  if (event.type === 'InformationSupplied' || event.type === 'InformationDeclined') {
    return { ...notes, questions: settled(notes.questions, event.data.question, event.occurredAt) };
  }
  return notes;
}

const settled = (questions: readonly Question[], answered: number, settledAt: Instant) =>
  questions.map((question) =>
    question.number === answered && question.settledAt === null ? { ...question, settledAt } : question,
  );

/** What falls due of a request, by the clocks that run. */
export interface RunningDues {
  /** null where the clock does not run, or nothing sets a limit. */
  readonly acknowledge: Due | null;
  readonly answer: Due | null;
}

/** Where the State asked owes its first word, or the substance (8.1). */
const waiting: readonly MatterStatus[] = ['received', 'acknowledged', 'information-requested', 'in-search'];

/** What falls due at the State asked; a due instant is Infinity while information is owed to it. */
export function runningDues(
  { receipt, questions, priority, regimes, acknowledged, replied }: DueNotes,
  status: MatterStatus,
  profiles: readonly RegimeProfile[],
): RunningDues {
  if (!receipt || !waiting.includes(status)) return { acknowledge: null, answer: null };
  const { deskClock, receivedAt, recordedAt } = receipt;
  const owed = questions.map(({ askedAt, settledAt }): Owed => ({
    from: askedAt,
    to: settledAt ?? Infinity,
  }));
  const basis = { priority, regimes, receivedAt, recordedAt, ...deskClock };
  const due = dueOf(basis, profiles, owed);
  return { acknowledge: acknowledged ? null : due.acknowledge, answer: replied ? null : due.answer };
}
