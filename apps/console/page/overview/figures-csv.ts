import { csvOf, type Field } from './csv';
import type { Figures, Pair } from './measures';

interface Head {
  readonly asOf: string;
  readonly countedFrom: string;
}

/** Names as the API has them, so that a sheet can be held against it. */
const counts = [
  'submitted',
  'delivered',
  'withdrawn',
  'duplicates',
  'imported',
  'acknowledged',
  'answeredInFull',
  'negative',
  'answeredInPart',
  'refused',
  'unanswered',
  'redirected',
  'lapsed',
  'overdueAcknowledgement',
  'overdue',
  'medianDaysToAcknowledge',
  'p90DaysToAcknowledge',
  'medianDaysToAnswer',
  'p90DaysToAnswer',
  'medianNetDaysToAnswer',
  'p90NetDaysToAnswer',
] as const;
const shares = ['onTime', 'acknowledgedOnTime', 'explainedLate'] as const;
const shareColumns = shares.flatMap((name) => [`${name}Numerator`, `${name}Denominator`, name]);
const figureColumns = [...counts, 'answeredRate', ...shareColumns, 'smallSample'];

const fieldsOf = (figures: Figures): readonly Field[] => [
  ...counts.map((name) => figures[name]),
  figures.rates['answered'],
  ...shares.flatMap((name) => [figures[name].numerator, figures[name].denominator, figures[name].share]),
  String(figures.smallSample),
];

/** Each line says as of when it was counted: a line that is copied elsewhere keeps it. */
export function pairsCsv({ asOf, countedFrom }: Head, pairs: readonly Pair[]): string {
  return csvOf(
    ['asOf', 'countedFrom', 'requestingState', 'respondingState', ...figureColumns],
    pairs.map((pair) => [asOf, countedFrom, pair.requestingState, pair.respondingState, ...fieldsOf(pair)]),
  );
}

export function yearsCsv(
  { asOf, countedFrom }: Head,
  years: readonly (Figures & { readonly year: number })[],
): string {
  return csvOf(
    ['asOf', 'countedFrom', 'year', ...figureColumns],
    years.map((line) => [asOf, countedFrom, line.year, ...fieldsOf(line)]),
  );
}
