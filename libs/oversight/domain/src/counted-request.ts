import type { Instant } from '@vestigo/kernel';
import { type CountedClock, type KnownClock, knownAt } from './known-clock';
import type { DueInstants } from './pair-figures';

/** What of the figures of a pair counts requests: each figure can be followed to the requests that it was counted from. */
export const COUNTED_FIGURES = [
  'submitted',
  'delivered',
  'withdrawn',
  'duplicates',
  'imported',
  'acknowledged',
  'answered',
  'answeredInFull',
  'negative',
  'answeredInPart',
  'refused',
  'unanswered',
  'redirected',
  'lapsed',
  'overdueAcknowledgement',
  'overdue',
  'explainedLate',
  'acknowledgedOnTime',
  'acknowledgementWasDue',
  'onTime',
  'answerWasDue',
] as const;
export type CountedFigure = (typeof COUNTED_FIGURES)[number];

/** One request as it is counted: what was known of it at an instant, and the figures in which it stands. */
export interface CountedRequest {
  readonly known: KnownClock;
  readonly figures: ReadonlySet<CountedFigure>;
}

/** By the same rules as `pairFigures`, one request at a time. */
export function countedRequest(row: CountedClock, asOf: Instant, limits: DueInstants): CountedRequest {
  const known = knownAt(row, asOf);
  return { known, figures: new Set(figuresOf(known, row.imported, asOf, limits)) };
}

function* figuresOf(
  known: KnownClock,
  imported: boolean,
  asOf: Instant,
  limits: DueInstants,
): Generator<CountedFigure> {
  if (known.submitted) yield 'submitted';
  if (known.duplicate) {
    yield 'duplicates';
    return;
  }
  if (known.withdrawnAt !== null) yield 'withdrawn';
  if (known.receivedAt === null || known.withdrawnAt !== null) return;
  yield 'delivered';
  if (imported) yield 'imported';
  yield* outcomeOf(known);
  yield* acknowledgementOf(known.acknowledgedAt, limits.acknowledge?.at, asOf);
  yield* responseOf(known, limits.answer?.at, asOf);
}

function* outcomeOf(known: KnownClock): Generator<CountedFigure> {
  const { outcome, negative, redirected, respondedAt, lapsed } = known;
  if (outcome === 'full' || outcome === 'partial') yield 'answered';
  yield (
    {
      full: 'answeredInFull',
      partial: 'answeredInPart',
      refused: 'refused',
      unanswered: 'unanswered',
    } as const
  )[outcome];
  if (negative) yield 'negative';
  if (outcome === 'unanswered' && redirected) yield 'redirected';
  if (respondedAt === null && lapsed) yield 'lapsed';
}

function* acknowledgementOf(
  stoppedAt: Instant | null,
  dueAt: Instant | undefined,
  asOf: Instant,
): Generator<CountedFigure> {
  if (stoppedAt !== null) yield 'acknowledged';
  if (dueAt === undefined) return;
  if (stoppedAt !== null || asOf >= dueAt) yield 'acknowledgementWasDue';
  if (stoppedAt !== null && stoppedAt < dueAt) yield 'acknowledgedOnTime';
  if (stoppedAt === null && asOf >= dueAt) yield 'overdueAcknowledgement';
}

function* responseOf(
  { respondedAt, explained }: KnownClock,
  dueAt: Instant | undefined,
  asOf: Instant,
): Generator<CountedFigure> {
  if (dueAt === undefined) return;
  if (respondedAt !== null || asOf >= dueAt) yield 'answerWasDue';
  if (respondedAt !== null && respondedAt < dueAt) yield 'onTime';
  if (respondedAt !== null || asOf < dueAt) return;
  yield 'overdue';
  if (explained) yield 'explainedLate';
}
