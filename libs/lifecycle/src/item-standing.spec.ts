import type { Numbered, RespondingAct } from './acts';
import { resultOf, rollUpOf, standingOfItems } from './item-standing';
import { answersOf, refusalOf } from './replies';
import { answerOn } from './testing/sample-acts';

const acts = (...some: readonly RespondingAct[]) =>
  some.map((act, index): Numbered<RespondingAct> => ({ ...act, seq: index + 2, seen: 1 }));
const held = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' };
const answer = (...answers: readonly ReturnType<typeof answerOn>[]): RespondingAct => ({
  kind: 'answer',
  said: { answers, answerClass: '' },
});
const resultsOf = (...some: readonly RespondingAct[]) => {
  const items = standingOfItems([1, 2], acts(...some));
  return [...items.map(({ result }) => result), rollUpOf(resultOf(items))];
};

describe('how a request of two items is answered', () => {
  test.each([
    ['nothing yet', [], [null, null, '']],
    ['one of two', [answer(answerOn(1))], ['FULL', null, 'PARTIAL']],
    ['both', [answer(answerOn(1), answerOn(2))], ['FULL', 'FULL', 'FULL']],
    [
      'no record of either is an answer',
      [answer(answerOn(1, 'COPY'), answerOn(2, 'TOO_OLD'))],
      ['NEGATIVE', 'NEGATIVE', 'NEGATIVE'],
    ],
    ['no record of one of them', [answer(answerOn(1), answerOn(2, 'COPY'))], ['FULL', 'NEGATIVE', 'FULL']],
    [
      'a lot sold to several',
      [answer(answerOn(1), answerOn(2, 'AMMO_MULTI_RECIPIENT'))],
      ['FULL', 'PARTIAL', 'PARTIAL'],
    ],
    [
      'a code of a later version',
      [answer(answerOn(1), answerOn(2, 'TRACED_BY_ISOTOPE'))],
      ['FULL', 'PARTIAL', 'PARTIAL'],
    ],
    ['all refused', [{ kind: 'refuse', said: held }], ['REFUSED', 'REFUSED', 'REFUSED']],
    [
      'one refused, the other open',
      [{ kind: 'refuse-items', said: { items: [2], ...held } }],
      [null, 'REFUSED', ''],
    ],
    [
      'one refused, the other answered',
      [{ kind: 'refuse-items', said: { items: [2], ...held } }, answer(answerOn(1))],
      ['FULL', 'REFUSED', 'PARTIAL'],
    ],
    [
      'answered after a refusal: the better outcome',
      [{ kind: 'refuse', said: held }, answer(answerOn(1), answerOn(2))],
      ['FULL', 'FULL', 'FULL'],
    ],
    [
      'restricted',
      [answer(answerOn(1), answerOn(2)), { kind: 'restrict', said: { items: [1], ...held } }],
      ['RESTRICTED', 'FULL', 'PARTIAL'],
    ],
    [
      'restricted and lifted',
      [
        answer({ ...answerOn(1), ...{ restriction: held } }, answerOn(2)),
        { kind: 'lift', said: { items: [1], reason: 'Over.' } },
      ],
      ['FULL', 'FULL', 'FULL'],
    ],
    [
      'supplemented: the better of both counts',
      [answer(answerOn(1, 'COPY'), answerOn(2)), { kind: 'supplement', said: { answers: [answerOn(1)] } }],
      ['FULL', 'FULL', 'FULL'],
    ],
    [
      'corrected: the new one counts',
      [
        answer(answerOn(1), answerOn(2)),
        { kind: 'correct', said: { corrects: 2, answers: [answerOn(1, 'ID_MISMATCH')] } },
      ],
      ['NEGATIVE', 'FULL', 'FULL'],
    ],
  ] as const satisfies readonly (readonly [string, readonly RespondingAct[], readonly unknown[]])[])(
    '%s',
    (_, some, expected) => {
      expect(resultsOf(...some)).toEqual(expected);
    },
  );
});

describe('what was said and holds', () => {
  const corrected = acts(
    answer(answerOn(1), answerOn(2)),
    { kind: 'supplement', said: { answers: [answerOn(1, 'TRACED_DIVERSION')] } },
    { kind: 'correct', said: { corrects: 2, answers: [answerOn(1, 'COPY')] } },
  );

  test('a correction takes the place of what it corrects, and of nothing else', () => {
    expect(answersOf(corrected)).toEqual([answerOn(2), answerOn(1, 'TRACED_DIVERSION'), answerOn(1, 'COPY')]);
  });

  test('the refusal of the whole request is told with its ground and reason', () => {
    expect(refusalOf(acts({ kind: 'refuse', said: held }))).toEqual(held);
    expect(refusalOf(acts(answer(answerOn(1))))).toBeUndefined();
  });
});
