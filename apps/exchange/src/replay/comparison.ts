import type { PairYear } from '@vestigo/oversight';
import { cellKey, type Leftovers } from './replay';
import type { SourceCell } from './tables';

type Measure = 'requests' | 'accepted' | 'refused';

/** One cell in which the exchange shows another count than the source. */
export interface Difference {
  readonly cell: string;
  readonly measure: Measure;
  readonly source: number;
  readonly shown: number;
  /** Why; undefined when the difference cannot be explained, which is a defect. */
  readonly reason: string | undefined;
}

export interface Comparison {
  readonly compared: Readonly<Record<Measure, number>>;
  readonly agreeing: Readonly<Record<Measure, number>>;
  readonly differences: readonly Difference[];
  /** Cells of the exchange that no table has. */
  readonly surplus: readonly string[];
}

/** Holds every cell of the tables against what oversight shows, and every cell that oversight shows against the tables. */
export function compare(
  cells: readonly SourceCell[],
  shown: readonly PairYear[],
  leftovers: Leftovers,
): Comparison {
  const byKey = new Map(shown.map((cell) => [cellKey(cell), cell]));
  const compared = { requests: 0, accepted: 0, refused: 0 };
  const agreeing = { requests: 0, accepted: 0, refused: 0 };
  const differences: Difference[] = [];
  for (const cell of cells) {
    const key = cellKey(cell);
    const found = byKey.get(key);
    byKey.delete(key);
    const measures = [
      [
        'requests',
        cell.requests,
        found?.received,
        leftovers.ownState,
        'requests of a State to itself, refused by the rules',
      ],
      [
        'accepted',
        cell.accepted,
        found?.answered,
        leftovers.unmatchedAccepted,
        'decisions with no open request to answer',
      ],
      [
        'refused',
        cell.refused,
        found?.refused,
        leftovers.unmatchedRefused,
        'decisions with no open request to answer',
      ],
    ] as const;
    for (const [measure, reported, seen = 0, left, why] of measures) {
      if (reported === null && seen === 0) continue;
      const source = reported ?? 0;
      compared[measure] += 1;
      if (source === seen) {
        agreeing[measure] += 1;
        continue;
      }
      const explained = (left.get(key) ?? 0) === source - seen;
      differences.push({ cell: key, measure, source, shown: seen, reason: explained ? why : undefined });
    }
  }
  return { compared, agreeing, differences, surplus: [...byKey.keys()] };
}

const measures: readonly Measure[] = ['requests', 'accepted', 'refused'];
const examples = 5;

/** The comparison as text: counts of cells, then the differences by their reason. */
export function comparisonReport({ compared, agreeing, differences, surplus }: Comparison): string {
  const lines = measures.map(
    (measure) =>
      `  ${measure.padEnd(9)} ${String(agreeing[measure])} of ${String(compared[measure])} cells agree, ` +
      `${String(compared[measure] - agreeing[measure])} differ`,
  );
  const reasons = [
    ...Map.groupBy(differences, ({ measure, reason }) => `${measure}: ${reason ?? 'UNEXPLAINED'}`),
  ];
  const explained = reasons.flatMap(([reason, own]) => {
    const missing = own.reduce((sum, { source, shown }) => sum + source - shown, 0);
    const shown = own
      .slice(0, examples)
      .map(
        ({ cell, source, shown: seen }) => `    ${cell}: source ${String(source)}, exchange ${String(seen)}`,
      );
    const more = own.length > examples ? [`    and ${String(own.length - examples)} cells more`] : [];
    return [`  ${reason} (${String(missing)} in ${String(own.length)} cells)`, ...shown, ...more];
  });
  return [
    'Cells of pair and year, source against exchange',
    ...lines,
    ...explained,
    `  cells that no table has: ${String(surplus.length)}`,
  ].join('\n');
}

/** True when nothing differs without a reason. */
export function isExplained({ differences, surplus }: Comparison): boolean {
  return surplus.length === 0 && differences.every(({ reason }) => reason !== undefined);
}
