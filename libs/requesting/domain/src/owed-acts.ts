import { type Due, strictest } from '@vestigo/deadlines';
import type { Instant } from '@vestigo/kernel';
import type { MatterStatus } from '@vestigo/lifecycle';
import { furtherStates, type Hop, resultOfHop } from './hop';
import type { HopClocks } from './hop-clocks';

export const OWED_ACTS = [
  'RECEIVE',
  'ACKNOWLEDGE',
  'ANSWER',
  'SUPPLY_INFORMATION',
  'CLARIFY',
  'DECIDE_CONSENT',
  'RESEND',
  'ASK_NEXT',
] as const;

/** What somebody is to do for a trail to go on. */
export interface OwedAct {
  readonly act: (typeof OWED_ACTS)[number];
  /** Who owes it, ISO 3166-1 alpha-3. */
  readonly state: string;
  /** The State that is to be asked next. */
  readonly towards?: string;
  readonly due: Due | null;
}

/** What the two States of a question owe each other, and whom the requesting State is still to ask. */
export function owedActs(hop: Hop, clocks: HopClocks, hops: readonly Hop[]): readonly OwedAct[] {
  const { requestingState, respondingState } = hop.request.parties;
  const { status, acknowledged } = hop.request.matter;
  const theirs = (act: OwedAct['act'], due: Due | null = null) => ({ act, state: respondingState, due });
  const ours = (act: OwedAct['act']) => ({ act, state: requestingState, due: null });
  const undecided = clocks.consents.filter(({ decision }) => decision === null);
  const waits = waiting.includes(status) || (status === 'answered' && resultOfHop(hop) === null);
  return [
    ...(status === 'undeliverable' ? [ours('RESEND')] : []),
    ...(status === 'sent' ? [theirs('RECEIVE')] : []),
    // ITI 19.
    ...(waits && !acknowledged ? [theirs('ACKNOWLEDGE', clocks.acknowledgeDue)] : []),
    // ITI 21.
    ...(status === 'information-requested' ? [ours('SUPPLY_INFORMATION')] : []),
    // ITI 20.
    ...(waits && resultOfHop(hop) === null ? [theirs('ANSWER', clocks.answerDue)] : []),
    // ITI 23.
    ...(status === 'clarification-open' ? [theirs('CLARIFY')] : []),
    // ITI 15(c).
    ...(undecided.length > 0
      ? [theirs('DECIDE_CONSENT', strictest(undecided.flatMap(({ due }) => due ?? [])))]
      : []),
    ...statesToAsk(hop, hops).map((towards) => ({ ...ours('ASK_NEXT'), towards })),
  ];
}

const waiting: readonly MatterStatus[] = ['received', 'acknowledged', 'information-requested', 'in-search'];

/** Statuses in which the requesting State follows the lead no further, or not on this request. */
const dropped: readonly MatterStatus[] = ['withdrawn', 'duplicate', 'closed'];

/** A State that answers nothing on this request, and so can be asked in another one. */
export const unasked: readonly MatterStatus[] = ['withdrawn', 'duplicate', 'redirected'];

/** The States that an answer names and that nobody has asked on this trail. */
export function statesToAsk(hop: Hop, hops: readonly Hop[]): readonly string[] {
  if (dropped.includes(hop.request.status)) return [];
  return furtherStates(hop).filter((state) => hopAt(state, hops) === undefined);
}

/** The question that was put to a State and stands. */
export function hopAt(state: string, hops: readonly Hop[]): Hop | undefined {
  return hops.find(
    ({ request }) => request.parties.respondingState === state && !unasked.includes(request.status),
  );
}

/** From the first question to the last answer. */
export interface TrailSpan {
  readonly startedAt: Instant;
  /** null while somebody owes something: then the time runs on. */
  readonly endedAt: Instant | null;
  /** Milliseconds, up to `asOf` where the time runs on. */
  readonly elapsed: number;
}

export function spanOf(clocks: readonly HopClocks[], owed: readonly OwedAct[], asOf: Instant): TrailSpan {
  const startedAt = Math.min(...clocks.map(({ submittedAt }) => submittedAt));
  const answers = clocks.flatMap(({ lastAnsweredAt }) => lastAnsweredAt ?? []);
  const endedAt = owed.length > 0 || answers.length === 0 ? null : Math.max(...answers);
  return { startedAt, endedAt, elapsed: Math.max(0, (endedAt ?? asOf) - startedAt) };
}
