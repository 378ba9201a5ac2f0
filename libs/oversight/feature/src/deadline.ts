import type { Due, RegimeProfile } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import { consentClocksOf, openQuestions, type RequestClock, runningDatesOf } from '@vestigo/oversight/domain';

export const RUNNING_CLOCKS = ['acknowledgement', 'answer', 'consent'] as const;
export type RunningClock = (typeof RUNNING_CLOCKS)[number];

/** A clock that runs, or stands still: which one, for which request, until when, and by which rule. */
export interface Deadline {
  readonly requestId: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly clock: RunningClock;
  /** Number of the question for consent; 0 for the other clocks. */
  readonly consent: number;
  /** When the requesting desk says it sent the request, or asked for consent; no clock is counted from it. */
  readonly submittedAt: Instant | null;
  /** When the responding desk says it received the request, or the question for consent: the start of its clock. */
  readonly receivedAt: Instant;
  readonly due: Due;
  /** Why the clock stands still; absent while it runs. */
  readonly suspended?: Suspended;
  /** A delay was notified with its reason (ITI 23), which stops no clock. */
  readonly explained: boolean;
  readonly imported: boolean;
}

/** The requesting State owes information (ITI 21), which by the regime of the limit suspends the clock. */
export interface Suspended {
  readonly since: Instant;
  /** Numbers of the questions that are open. */
  readonly questions: readonly number[];
}

/** The receipt of a request is to be acknowledged, or the request to be answered; nothing where no clock runs. */
export function deadlineOf(
  request: RequestClock,
  clock: Exclude<RunningClock, 'consent'>,
  profiles: readonly RegimeProfile[],
): readonly Deadline[] {
  const dates = runningDatesOf(request, profiles);
  const due = clock === 'answer' ? dates.answer : dates.acknowledge;
  const { submittedAt, deliveredAt, respondingActs, ...shown } = request;
  if (!due || deliveredAt === null) return [];
  const { suspendedSince: since } = due;
  return [
    {
      ...partiesOf(shown),
      ...{ clock, consent: 0, submittedAt, receivedAt: deliveredAt, due },
      ...(since !== undefined && { suspended: { since, questions: openQuestions(request) } }),
      explained: respondingActs.some(({ type }) => type === 'DelayNotified'),
    },
  ];
}

/** A question for consent to onward release is to be decided (ITI 15(c)). */
export function consentDeadlineOf(
  request: RequestClock,
  consent: number,
  profiles: readonly RegimeProfile[],
): readonly Deadline[] {
  return consentClocksOf(request, profiles).flatMap((question) => {
    const { askedAt, receivedAt, due } = question;
    if (question.consent !== consent || !due) return [];
    return [
      {
        ...partiesOf(request),
        ...{ clock: 'consent' as const, consent, submittedAt: askedAt, receivedAt, due, explained: false },
      },
    ];
  });
}

const partiesOf = ({
  requestId,
  requestingState,
  respondingState,
  imported,
}: Pick<RequestClock, 'requestId' | 'requestingState' | 'respondingState' | 'imported'>) => ({
  requestId,
  requestingState,
  respondingState,
  imported,
});
