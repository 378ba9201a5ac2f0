import type { Numbered, RequestingAct, RespondingAct } from './acts';
import { matterAfter } from './matter';
import { shownReplies } from './shown-replies';
import { answerOn } from './testing/sample-acts';

const parties = { requestingState: 'JAM', respondingState: 'USA' };
const asked: readonly Numbered<RequestingAct>[] = [
  { kind: 'submit', said: { items: [1, 2] }, seq: 1, seen: 0 },
];
const bound = {
  ...answerOn(1),
  lastLegalHolder: 'Importer',
  conditions: [{ kind: 'OTHER', text: 'Ask first.' }],
};
const shownTo = (state: string, ...said: readonly RespondingAct[]) => {
  const replied = said.map((act, index) => ({ ...act, seq: index + 1, seen: 1 }));
  const reader = { state, role: 'officer' };
  return shownReplies(parties, { asked, replied }, matterAfter(asked, replied), {
    wayOut: 'read',
    reader,
    at: 0,
  });
};
const answer = (...answers: readonly ReturnType<typeof answerOn>[]): RespondingAct => ({
  kind: 'answer',
  said: { answers, answerClass: 'PARTIAL' },
});

describe('what a desk shows of the replies', () => {
  test('is nothing while there are none, and the refusal where there is one', () => {
    const refusal = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' };
    expect(shownTo('JAM')).toEqual({});
    expect(shownTo('JAM', { kind: 'refuse', said: refusal })).toEqual({ refusal });
  });

  test('is every answer by the conditions of its own item, the first with the class of the whole', () => {
    const shown = shownTo('JAM', answer(bound, answerOn(2)));
    const { item: _, ...open } = { ...answerOn(1), conditions: [{ kind: 'OTHER' }] };
    expect(shown).toMatchObject({
      answer: { ...open, answerClass: 'FULL' },
      answers: [{ item: 1, ...open }, answerOn(2)],
      items: [
        { item: 1, decision: { released: false } },
        { item: 2, decision: { released: true } },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('Importer');
    expect(shownTo('USA', answer(bound, answerOn(2))).answers).toEqual([bound, answerOn(2)]);
  });

  test('is no answer on an item that the request does not have', () => {
    expect(shownTo('JAM', answer({ ...bound, item: 9 }))).toEqual({});
  });
});
