import type { CountedFigure, Figures } from './measures';

/** A count of requests, and what it is a share of. */
export interface FigureLine {
  readonly figure: CountedFigure;
  readonly count: number;
  /** null where it is no share of anything. */
  readonly of: number | null;
  /** null where there is nothing to divide by. */
  readonly share: number | null;
}

export function figureLines(figures: Figures): readonly FigureLine[] {
  const { delivered, answeredInFull, answeredInPart, unanswered } = figures;
  const alone = (figure: CountedFigure, count: number): FigureLine => ({
    figure,
    count,
    of: null,
    share: null,
  });
  const among = (figure: CountedFigure, count: number, of: number): FigureLine => ({
    ...{ figure, count, of },
    share: of === 0 ? null : count / of,
  });
  const shareOf = (figure: CountedFigure, { numerator, denominator }: Figures['onTime']) =>
    among(figure, numerator, denominator);
  return [
    alone('submitted', figures.submitted),
    alone('delivered', delivered),
    among('acknowledged', figures.acknowledged, delivered),
    among('answered', answeredInFull + answeredInPart, delivered),
    among('answeredInFull', answeredInFull, delivered),
    among('negative', figures.negative, answeredInFull),
    among('answeredInPart', answeredInPart, delivered),
    among('refused', figures.refused, delivered),
    among('unanswered', unanswered, delivered),
    among('redirected', figures.redirected, unanswered),
    among('lapsed', figures.lapsed, unanswered),
    shareOf('acknowledgedOnTime', figures.acknowledgedOnTime),
    shareOf('onTime', figures.onTime),
    among('overdueAcknowledgement', figures.overdueAcknowledgement, delivered),
    among('overdue', figures.overdue, delivered),
    shareOf('explainedLate', figures.explainedLate),
    among('imported', figures.imported, delivered),
    alone('withdrawn', figures.withdrawn),
    alone('duplicates', figures.duplicates),
  ];
}

export const WAITS = ['acknowledge', 'answer', 'netAnswer'] as const;

export interface WaitLine {
  readonly wait: (typeof WAITS)[number];
  readonly median: number | null;
  readonly p90: number | null;
}

export const waitLines = (figures: Figures): readonly WaitLine[] => [
  { wait: 'acknowledge', median: figures.medianDaysToAcknowledge, p90: figures.p90DaysToAcknowledge },
  { wait: 'answer', median: figures.medianDaysToAnswer, p90: figures.p90DaysToAnswer },
  { wait: 'netAnswer', median: figures.medianNetDaysToAnswer, p90: figures.p90NetDaysToAnswer },
];
