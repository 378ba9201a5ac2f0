import type { View } from '@vestigo/kernel';

/** What one ordered pair did in one calendar year (UTC). */
export interface PairYear {
  readonly requestingState: string;
  readonly respondingState: string;
  readonly year: number;
  /** Requests received in the year. */
  readonly received: number;
  /** Answers given in the year, whenever their request was received. */
  readonly answered: number;
  readonly refused: number;
}

const year = (column: string) => `CAST(strftime('%Y', ${column} / 1000, 'unixepoch') AS INTEGER)`;
const cell = (column: string, received: number, answered: number, refused: number) =>
  `SELECT requestingState, respondingState, ${year(column)} AS year,
     ${String(received)} AS received, ${String(answered)} AS answered, ${String(refused)} AS refused
   FROM request_clock WHERE ${column} IS NOT NULL`;

/** Every cell of pair and year in which something happened. */
export function pairYears(clocks: View): readonly PairYear[] {
  return clocks.all<PairYear>(
    `SELECT requestingState, respondingState, year, sum(received) AS received, sum(answered) AS answered,
       sum(refused) AS refused
     FROM (${cell('deliveredAt', 1, 0, 0)} UNION ALL ${cell('answeredAt', 0, 1, 0)}
       UNION ALL ${cell('refusedAt', 0, 0, 1)})
     GROUP BY requestingState, respondingState, year ORDER BY requestingState, respondingState, year`,
  );
}
