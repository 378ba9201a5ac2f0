import type { Figures, Pair } from '../measures';

const nothing = { numerator: 0, denominator: 0, share: null };

/** Figures of requests that were never sent, but for what is said. */
export const figuresOf = (said: Partial<Figures>): Figures => ({
  submitted: 0,
  delivered: 0,
  withdrawn: 0,
  duplicates: 0,
  imported: 0,
  acknowledged: 0,
  answeredInFull: 0,
  negative: 0,
  answeredInPart: 0,
  refused: 0,
  unanswered: 0,
  redirected: 0,
  lapsed: 0,
  rates: {},
  overdueAcknowledgement: 0,
  overdue: 0,
  explainedLate: nothing,
  acknowledgedOnTime: nothing,
  onTime: nothing,
  medianDaysToAcknowledge: null,
  p90DaysToAcknowledge: null,
  medianDaysToAnswer: null,
  p90DaysToAnswer: null,
  medianNetDaysToAnswer: null,
  p90NetDaysToAnswer: null,
  smallSample: true,
  ...said,
});

export const pairOf = (
  requestingState: string,
  respondingState: string,
  said: Partial<Figures> = {},
): Pair => ({
  ...figuresOf(said),
  requestingState,
  respondingState,
});
