import type { Instant } from '@vestigo/kernel';
import { isSurelyAfter, type ReceivedAnswerContent } from '@vestigo/lifecycle';
import { recordLoss } from './record-life';

/** Worth a second look, and no reason to hold an answer back: registers have gaps and errors. */
export interface AnswerWarning {
  readonly code:
    | 'CHAIN_OUT_OF_ORDER'
    | 'OUTCOME_WITHOUT_ITS_FACT'
    | 'RECORD_SHOULD_EXIST'
    | 'CONDITION_DENIES_ALL'
    | 'CONDITION_CANNOT_BE_KEPT';
  readonly pointer: string;
  readonly detail: string;
}

/** What the request told that an answer is held against. */
export interface AskedFor {
  readonly year: number;
  readonly regimes: readonly string[];
  readonly transferYear?: number;
  /** Conditions that the requesting State said it cannot keep (ITI 15). */
  readonly cannotComplyWith: readonly string[];
}

/** What the request as it was received asks of its answer. */
export function askedIn(
  content: { readonly regimes: readonly string[]; readonly cannotComplyWith?: readonly string[] },
  receivedAt: Instant,
): AskedFor {
  const { regimes, cannotComplyWith = [] } = content;
  return { year: new Date(receivedAt).getUTCFullYear(), regimes, cannotComplyWith };
}

export function warningsOf(answer: ReceivedAnswerContent, asked: AskedFor): readonly AnswerWarning[] {
  return [
    ...chainOutOfOrder(answer),
    ...factMissing(answer),
    ...recordShouldExist(answer, asked),
    ...conditionsInVain(answer, asked),
  ];
}

function chainOutOfOrder({ chain = [] }: ReceivedAnswerContent): readonly AnswerWarning[] {
  return chain.flatMap(({ date }, index) => {
    const before = chain.slice(0, index).findLast((link) => link.date !== undefined)?.date;
    if (date === undefined || before === undefined || !isSurelyAfter(before, date)) return [];
    const pointer = `/chain/${String(index)}/date`;
    return [{ code: 'CHAIN_OUT_OF_ORDER', pointer, detail: `lies before ${before}, the step above it` }];
  });
}

/** Nothing is missing where part is held back: the fact may be that part. */
function factMissing(answer: ReceivedAnswerContent): readonly AnswerWarning[] {
  const missing = (pointer: string, detail: string): readonly AnswerWarning[] => [
    { code: 'OUTCOME_WITHOUT_ITS_FACT', pointer, detail },
  ];
  if (answer.restriction) return [];
  if (answer.outcome === 'TRACED_DIVERSION' && !answer.pointOfDiversion) {
    return missing('/pointOfDiversion', 'is not given, although it is said to be known');
  }
  if (answer.outcome === 'TRACED_LAST_HOLDER' && answer.lastLegalHolder === undefined) {
    return missing('/lastLegalHolder', 'is not given, although it is said to be known');
  }
  if (answer.outcome === 'MATCH_STOLEN_LOST' && !answer.stolenLostMatch) {
    return missing('/stolenLostMatch', 'does not name the record that matches');
  }
  return [];
}

function recordShouldExist(answer: ReceivedAnswerContent, asked: AskedFor): readonly AnswerWarning[] {
  if (answer.outcome !== 'RECORD_EXPIRED') return [];
  const loss = recordLoss(answer, asked);
  if (loss.is !== 'finding') return [];
  const detail = `${loss.clause} wants this record kept until the end of ${String(loss.keptUntil)}`;
  return [{ code: 'RECORD_SHOULD_EXIST', pointer: '/outcome', detail }];
}

function conditionsInVain(
  { conditions = [] }: ReceivedAnswerContent,
  asked: AskedFor,
): readonly AnswerWarning[] {
  return conditions.flatMap(({ kind }, index): readonly AnswerWarning[] => {
    const pointer = `/conditions/${String(index)}`;
    if (kind === 'OTHER') {
      const detail =
        'cannot be weighed by a machine: the requesting State gets the codes of this answer only';
      return [{ code: 'CONDITION_DENIES_ALL', pointer, detail }];
    }
    if (!asked.cannotComplyWith.includes(kind)) return [];
    const detail = 'the requesting State said with its request that it cannot keep this (ITI 15)';
    return [{ code: 'CONDITION_CANNOT_BE_KEPT', pointer, detail }];
  });
}
