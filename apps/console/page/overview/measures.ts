import type { Schemas } from '../api/client';

export type Figures = Schemas['FiguresView'];
export type Pair = Schemas['PairView'];
export type CountedFigure = Schemas['CountedRequestView']['figures'][number];

/** By which a matrix of pairs can be coloured. */
export const MEASURES = [
  ...(['answered', 'acknowledged', 'onTime'] as const),
  ...(['acknowledgeDays', 'answerDays', 'overdue'] as const),
] as const;
export type Measure = (typeof MEASURES)[number];

export type Kind = 'share' | 'days' | 'count';

interface MeasureRule {
  readonly kind: Kind;
  readonly valueOf: (figures: Figures) => number | null;
  /** N: what the value is counted from. */
  readonly countOf: (figures: Figures) => number;
  /** How many of N a share stands for. */
  readonly amongOf?: (figures: Figures) => number;
  /** The figure whose requests stand behind the value. */
  readonly counted: CountedFigure;
  /** Where the next darker colour begins. Fixed, so that two tables can be held against each other. */
  readonly steps: readonly [number, number, number, number];
}

const RULES: Readonly<Record<Measure, MeasureRule>> = {
  answered: {
    kind: 'share',
    valueOf: ({ rates }) => rates['answered'] ?? null,
    countOf: ({ delivered }) => delivered,
    amongOf: ({ answeredInFull, answeredInPart }) => answeredInFull + answeredInPart,
    counted: 'answered',
    steps: [0.2, 0.4, 0.6, 0.8],
  },
  acknowledged: {
    kind: 'share',
    valueOf: ({ acknowledged, delivered }) => (delivered === 0 ? null : acknowledged / delivered),
    countOf: ({ delivered }) => delivered,
    amongOf: ({ acknowledged }) => acknowledged,
    counted: 'acknowledged',
    steps: [0.2, 0.4, 0.6, 0.8],
  },
  onTime: {
    kind: 'share',
    valueOf: ({ onTime }) => onTime.share,
    countOf: ({ onTime }) => onTime.denominator,
    amongOf: ({ onTime }) => onTime.numerator,
    counted: 'onTime',
    steps: [0.2, 0.4, 0.6, 0.8],
  },
  acknowledgeDays: {
    kind: 'days',
    valueOf: ({ medianDaysToAcknowledge }) => medianDaysToAcknowledge,
    countOf: ({ delivered }) => delivered,
    counted: 'delivered',
    steps: [1, 3, 7, 14],
  },
  answerDays: {
    kind: 'days',
    valueOf: ({ medianDaysToAnswer }) => medianDaysToAnswer,
    countOf: ({ delivered }) => delivered,
    counted: 'delivered',
    steps: [7, 14, 30, 90],
  },
  overdue: {
    kind: 'count',
    valueOf: ({ overdue, delivered }) => (delivered === 0 ? null : overdue),
    countOf: ({ delivered }) => delivered,
    counted: 'overdue',
    steps: [1, 5, 20, 100],
  },
};

export const ruleOf = (measure: Measure): MeasureRule => RULES[measure];

/** Below this N a value is not compared: one request more or less would change it much. */
export const FEWEST = 5;

export type Cell =
  | { readonly kind: 'none-sent' }
  /** Sent, and none of it counts (yet). */
  | { readonly kind: 'none-counted'; readonly n: 0 }
  /** There is something to count from, and still no value: fewer than half of the waits have ended. */
  | { readonly kind: 'no-value'; readonly n: number }
  | ({ readonly kind: 'few' } & Counted)
  | ({ readonly kind: 'value'; readonly step: number } & Counted);

interface Counted {
  readonly n: number;
  readonly value: number;
  /** Of a share: how many of N. */
  readonly among?: number;
}

/** What is shown of a pair. That nothing was sent is never a zero. */
export function cellOf(figures: Figures | undefined, measure: Measure): Cell {
  if (!figures || (figures.submitted === 0 && figures.delivered === 0)) return { kind: 'none-sent' };
  const { valueOf, countOf, amongOf, steps } = RULES[measure];
  const [value, n] = [valueOf(figures), countOf(figures)];
  if (n === 0) return { kind: 'none-counted', n: 0 };
  if (value === null) return { kind: 'no-value', n };
  const counted = { n, value, ...(amongOf && { among: amongOf(figures) }) };
  if (n < FEWEST) return { kind: 'few', ...counted };
  return { kind: 'value', ...counted, step: steps.filter((begin) => value >= begin).length };
}
