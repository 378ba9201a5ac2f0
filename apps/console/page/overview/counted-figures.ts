import type { CountedFigure } from './measures';

/** Every figure that can be followed to its requests, in the order of a report. */
const order: Readonly<Record<CountedFigure, true>> = {
  submitted: true,
  delivered: true,
  acknowledged: true,
  answered: true,
  answeredInFull: true,
  negative: true,
  answeredInPart: true,
  refused: true,
  unanswered: true,
  redirected: true,
  lapsed: true,
  overdueAcknowledgement: true,
  overdue: true,
  explainedLate: true,
  acknowledgementWasDue: true,
  acknowledgedOnTime: true,
  answerWasDue: true,
  onTime: true,
  withdrawn: true,
  duplicates: true,
  imported: true,
};

const isFigure = (name: unknown): name is CountedFigure =>
  typeof name === 'string' && Object.hasOwn(order, name);

export const COUNTED_FIGURES: readonly CountedFigure[] = Object.keys(order).filter(isFigure);

/** undefined for what is no figure. */
export const figureNamed = (name: unknown): CountedFigure | undefined => (isFigure(name) ? name : undefined);
