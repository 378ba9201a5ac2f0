import { daysOf, type ReceivedAnswerContent } from '@vestigo/lifecycle';

/** How long an instrument wants records kept, in years from the transfer. */
interface RecordLife {
  readonly regime: string;
  readonly clause: string;
  readonly manufacture: number;
  readonly transfer: number;
}

const recordLives: readonly RecordLife[] = [
  { regime: 'ITI', clause: 'ITI 12', manufacture: 30, transfer: 20 },
  { regime: 'FIREARMS_PROTOCOL', clause: 'Firearms Protocol 7', manufacture: 10, transfer: 10 },
  { regime: 'ATT', clause: 'ATT 12(4)', manufacture: 10, transfer: 10 },
];

/** That a record is gone: lawfully perhaps, or sooner than an instrument of the pair allows. */
export type RecordLoss =
  | { readonly is: 'plausible' }
  | { readonly is: 'undated' }
  /** Still to be kept until the end of that year. */
  | { readonly is: 'finding'; readonly clause: string; readonly keptUntil: number };

/**
 * Weighs an answer that the record is older than retention. A proposal of ours, no rule in any text: it tells what to ask
 * back about (ITI 23), never that a State broke a rule. The last step in the chain dates the record, else `transferYear`
 * as the request tells it (an import mark, the year of manufacture).
 */
export function recordLoss(
  answer: ReceivedAnswerContent,
  asked: { readonly year: number; readonly regimes: readonly string[]; readonly transferYear?: number },
): RecordLoss {
  const { year, made } = lastStep(answer) ?? { year: asked.transferYear, made: false };
  if (year === undefined) return { is: 'undated' };
  const [longest] = recordLives
    .filter(({ regime }) => asked.regimes.includes(regime))
    .map(({ clause, manufacture, transfer }) => ({
      clause,
      keptUntil: year + (made ? manufacture : transfer),
    }))
    .sort((left, right) => right.keptUntil - left.keptUntil);
  if (longest === undefined || asked.year > longest.keptUntil) return { is: 'plausible' };
  return { is: 'finding', ...longest };
}

function lastStep({ chain = [] }: ReceivedAnswerContent) {
  const last = chain.findLast(({ date }) => date !== undefined && daysOf(date) !== undefined);
  return last?.date === undefined
    ? undefined
    : { year: Number(last.date.slice(0, 4)), made: last.role === 'MANUFACTURED' };
}
