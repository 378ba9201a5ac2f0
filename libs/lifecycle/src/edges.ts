import type { ActKind, RequestingKind, RespondingKind } from './acts';
import type { MatterStatus } from './matter';

/** From which statuses an act may be done, and what is the case when it may not while the matter stands. */
interface Edge {
  readonly from: readonly MatterStatus[];
  /** Code of the rejection from a status that is none of `from` and no end; `already-<status>` when absent. */
  readonly otherwise?: string;
}

const waiting = ['received', 'acknowledged', 'information-requested', 'in-search'] as const;
const open = ['sent', 'undeliverable', ...waiting] as const;
/** Where an answer may be at hand, the matter still standing or not. */
const answerAtHand = ['answered', 'clarification-open', 'closed', 'withdrawn', 'duplicate'] as const;

/** What the requesting desk may do. Only it may withdraw, close and seek clarification (8.1). */
export const REQUESTING_EDGES = {
  // ITI 21: the question names what is missing of ITI 17.
  supply: {
    from: ['information-requested', 'clarification-open', 'answered'],
    otherwise: 'question-not-open',
  },
  // 8.1: cannot supply; the search goes on with what there is.
  decline: {
    from: ['information-requested', 'clarification-open', 'answered'],
    otherwise: 'question-not-open',
  },
  // ITI 23: after a delay, a restriction or a refusal.
  'seek-clarification': { from: [...waiting, 'answered', 'refused'], otherwise: 'clarification-open' },
  // ITI 18: answers are to be prompt.
  remind: { from: ['sent', ...waiting, 'clarification-open'] },
  // 8.1: open, withdrawn by the requester.
  withdraw: { from: [...open, 'clarification-open', 'redirected', 'lapsed'] },
  // 8.1: point of diversion known, or lead exhausted.
  close: {
    from: ['answered', 'refused', 'redirected', 'clarification-open'],
    otherwise: 'not-answered-yet',
  },
  // 8.1: SENT to IN_SEARCH, no activity past the policy.
  lapse: { from: ['sent', ...waiting], otherwise: 'not-idle' },
  // 8.1: LAPSED is re-openable; so is a request that was closed on an answer that turned out otherwise.
  reopen: { from: ['lapsed', 'closed'], otherwise: 'not-ended' },
  // 8.1: the same recovery in another request; stays in the log and drops out of the figures.
  'mark-duplicate': {
    from: [...open, 'answered', 'refused', 'clarification-open', 'redirected', 'lapsed'],
  },
  // ITI 15(c).
  'ask-consent': { from: answerAtHand, otherwise: 'not-answered-yet' },
  // Firearms Protocol 12(5): before disclosure.
  'give-notice': { from: answerAtHand, otherwise: 'not-answered-yet' },
} as const satisfies Readonly<Record<Exclude<RequestingKind, 'submit'>, Edge>>;

/** What the desk of the State asked may do. Only it may acknowledge, answer and refuse (8.1). */
export const RESPONDING_EDGES = {
  // ITI 19; skipped by an immediate answer.
  acknowledge: { from: ['received', 'information-requested', 'in-search', 'clarification-open'] },
  // ITI 21: data of ITI 17 are missing.
  'request-information': { from: [...waiting, 'answered'] },
  // 8.1: after acknowledgement.
  'start-search': { from: ['acknowledged', 'clarification-open'], otherwise: 'not-acknowledged-yet' },
  // ITI 22, 23: no answer, and the clock goes on.
  'notify-delay': { from: [...waiting, 'clarification-open', 'answered'] },
  // ITI 20. After LAPSED it re-opens; while a refusal is being clarified it is the better outcome.
  answer: { from: [...waiting, 'clarification-open', 'answered', 'lapsed'] },
  // 8.1: answers are additive.
  supplement: { from: ['answered', 'clarification-open', 'closed'], otherwise: 'not-answered-yet' },
  // 8.1: a new fact that refers to the old one; wrong information is set right however the matter ended.
  correct: { from: answerAtHand, otherwise: 'not-answered-yet' },
  // ITI 22, 23; ITI 15.
  restrict: { from: answerAtHand, otherwise: 'not-answered-yet' },
  lift: { from: answerAtHand, otherwise: 'not-answered-yet' },
  // ITI 22, 23: the whole request.
  refuse: { from: [...waiting, 'clarification-open', 'lapsed'] },
  // ITI 22, 23; Directive (EU) 2023/977, 6: only the part concerned.
  'refuse-items': { from: [...waiting, 'clarification-open', 'answered', 'lapsed'] },
  // ITI 23: the reply to what the requesting State does not understand.
  clarify: { from: ['clarification-open'], otherwise: 'no-clarification-open' },
  // ITI 25: another body, or another State, is competent.
  redirect: { from: ['received', 'acknowledged'] },
  // ITI 15(c).
  'give-consent': { from: answerAtHand, otherwise: 'consent-not-open' },
  'deny-consent': { from: answerAtHand, otherwise: 'consent-not-open' },
} as const satisfies Readonly<Record<Exclude<RespondingKind, 'receive'>, Edge>>;

const EDGES = { ...REQUESTING_EDGES, ...RESPONDING_EDGES };

/** The acts that a table of edges speaks of: all but the two that begin a matter. */
export type StepKind = keyof typeof EDGES;
export type RequestingStep = keyof typeof REQUESTING_EDGES;
export type RespondingStep = keyof typeof RESPONDING_EDGES;

/** The statuses from which an act may be done. */
export type StatusBefore<Kind extends StepKind> = (typeof EDGES)[Kind]['from'][number];

export function edgeOf(kind: StepKind): Edge {
  return EDGES[kind];
}

/** The acts that may be done in a status, by whichever desk. */
export function stepsFrom(status: MatterStatus): readonly StepKind[] {
  return STEP_KINDS.filter((kind) => edgeOf(kind).from.includes(status));
}

const isStep = (kind: string): kind is StepKind => Object.hasOwn(EDGES, kind);
export const STEP_KINDS: readonly StepKind[] = Object.keys(EDGES).filter(isStep);
export const beginsMatter = (kind: ActKind): kind is 'submit' | 'receive' => !isStep(kind);
