import type { Numbered, RespondingAct } from './acts';
import type { ReceivedItemAnswer } from './answer-content';
import { type AnswerClass, classOfOutcome } from './outcomes';

/** How one item, or a whole request, was answered. A restricted answer is told apart from one that is partial for other reasons. */
export type Result = AnswerClass | 'RESTRICTED' | 'REFUSED';

export interface ItemStanding {
  readonly item: number;
  /** Null while nothing was said on it. */
  readonly result: Result | null;
  /** Numbers of the acts that say what holds of it now: the answer, its supplements, what corrects them. */
  readonly givenIn: readonly number[];
}

interface Given {
  readonly seq: number;
  readonly answerClass: AnswerClass;
  readonly restricted: boolean;
}

interface Standing {
  readonly given: readonly Given[];
  readonly restricted: boolean;
  readonly refused: boolean;
}

const untouched: Standing = { given: [], restricted: false, refused: false };

/** Answers are additive; a correction takes the place of what it refers to; an answer after a refusal is the better outcome. */
export function standingOfItems(
  items: readonly number[],
  replied: readonly Numbered<RespondingAct>[],
): readonly ItemStanding[] {
  return items.map((item) => {
    const { given, restricted, refused } = replied.reduce((so, act) => after(so, item, act), untouched);
    return { item, result: resultOfItem(given, restricted, refused), givenIn: given.map(({ seq }) => seq) };
  });
}

function after(standing: Standing, item: number, act: Numbered<RespondingAct>): Standing {
  if (act.kind === 'answer' || act.kind === 'supplement') {
    return { ...standing, given: [...standing.given, ...givenBy(act.seq, item, act.said.answers)] };
  }
  if (act.kind === 'correct') {
    const given = givenBy(act.seq, item, act.said.answers);
    const { corrects } = act.said;
    const left = standing.given.filter(({ seq }) => given.length === 0 || seq !== corrects);
    return { ...standing, given: [...left, ...given] };
  }
  if (act.kind === 'refuse') return { ...standing, refused: true };
  if (act.kind !== 'refuse-items' && act.kind !== 'restrict' && act.kind !== 'lift') return standing;
  if (!act.said.items.includes(item)) return standing;
  if (act.kind === 'refuse-items') return { ...standing, refused: true };
  if (act.kind === 'restrict') return { ...standing, restricted: true };
  return { ...standing, given: standing.given.map(lifted), restricted: false };
}

const lifted = (given: Given): Given => ({ ...given, restricted: false });

function givenBy(seq: number, item: number, answers: readonly ReceivedItemAnswer[]): readonly Given[] {
  return answers
    .filter((answer) => answer.item === item)
    .map(({ outcome, restriction }) => ({
      seq,
      answerClass: classOfOutcome(outcome),
      restricted: restriction !== undefined,
    }));
}

function resultOfItem(given: readonly Given[], restricted: boolean, refused: boolean): Result | null {
  if (given.length === 0) return refused ? 'REFUSED' : null;
  if (restricted || given.some((one) => one.restricted)) return 'RESTRICTED';
  return best.find((answerClass) => given.some((one) => one.answerClass === answerClass)) ?? null;
}

const best: readonly AnswerClass[] = ['FULL', 'PARTIAL', 'NEGATIVE'];

/** Item-level answers roll up. Null while nothing is answered and not all is refused. */
export function resultOf(items: readonly ItemStanding[]): Result | null {
  const results = new Set(items.map(({ result }) => result));
  if (results.has('REFUSED') && results.size === 1) return 'REFUSED';
  results.delete(null);
  const refused = results.delete('REFUSED');
  if (results.size === 0) return null;
  if (refused || items.some(({ result }) => result === null)) return 'PARTIAL';
  if (results.has('RESTRICTED')) return 'RESTRICTED';
  if (results.has('PARTIAL')) return 'PARTIAL';
  return results.has('FULL') ? 'FULL' : 'NEGATIVE';
}

/** The code of the whole request in clock facts: '' while nothing is answered, and not all refused. */
export function rollUpOf(result: Result | null): AnswerClass | 'REFUSED' | '' {
  return result === 'RESTRICTED' ? 'PARTIAL' : (result ?? '');
}
