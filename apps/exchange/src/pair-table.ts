import type { PairLine } from '@vestigo/oversight';

const headings = [
  'pair',
  'N',
  'ack',
  'full',
  'no record',
  'part',
  'refused',
  'open',
  'overdue',
  'on time',
  'median d',
  'p90 d',
];

/** The figures of pairs as text; a rate that does not exist is a dash, never a nought. */
export function pairTable(lines: readonly PairLine[]): string {
  const rows = lines.map(({ requestingState, respondingState, figures }) => [
    `${requestingState} > ${respondingState}${figures.smallSample ? ' *' : ''}`,
    String(figures.delivered),
    String(figures.acknowledged),
    String(figures.answeredInFull),
    String(figures.negative),
    String(figures.answeredInPart),
    String(figures.refused),
    String(figures.unanswered),
    String(figures.overdue),
    figures.onTime.share === null ? '-' : `${(100 * figures.onTime.share).toFixed(1)} %`,
    days(figures.medianDaysToAnswer),
    days(figures.p90DaysToAnswer),
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const days = (value: number | null) => (value === null ? '-' : value.toFixed(1));
