import type { Numbered, RespondingAct } from './acts';
import type { ReceivedItemAnswer, Restriction } from './answer-content';

/** Everything that was said on the items and still holds, in the order in which it was said: a correction replaces what it corrects. */
export function answersOf(replied: readonly Numbered<RespondingAct>[]): readonly ReceivedItemAnswer[] {
  return replied.reduce<readonly Given[]>(afterReply, []).map(({ answer }) => answer);
}

interface Given {
  readonly seq: number;
  readonly answer: ReceivedItemAnswer;
}

function afterReply(given: readonly Given[], act: Numbered<RespondingAct>): readonly Given[] {
  if (act.kind !== 'answer' && act.kind !== 'supplement' && act.kind !== 'correct') return given;
  const { answers } = act.said;
  const corrected = act.kind === 'correct' ? act.said.corrects : undefined;
  const left = given.filter(
    ({ seq, answer }) => seq !== corrected || !answers.some(({ item }) => item === answer.item),
  );
  return [...left, ...answers.map((answer) => ({ seq: act.seq, answer }))];
}

/** The refusal of the whole request, if there was one. */
export function refusalOf(replied: readonly Numbered<RespondingAct>[]): Restriction<string> | undefined {
  const refusal = replied.findLast((act) => act.kind === 'refuse');
  return refusal?.kind === 'refuse'
    ? { ground: refusal.said.ground, reason: refusal.said.reason }
    : undefined;
}
