import { CLAUSES, shownAct } from './shown-acts';

const act = { seq: 2, seen: 3 };

describe('an act on a timeline', () => {
  test('shows its clause and number, and to an officer what was said', () => {
    const data = { question: 1, text: 'Which mark?', act };
    const shown = { act: 'request-information', clause: 'ITI 21', number: 2 };
    expect(shownAct('request-information', data, true)).toEqual({
      ...shown,
      said: { question: 1, text: 'Which mark?' },
    });
    expect(shownAct('request-information', data, false)).toEqual({ ...shown, said: { question: 1 } });
  });

  test('of an answer shows its class and nothing of its content, which has conditions of its own', () => {
    const data = {
      answers: [{ item: 1, outcome: 'TOO_OLD', remarks: 'Protected.' }],
      answerClass: 'NEGATIVE',
      act,
    };
    for (const inWords of [true, false]) {
      expect(shownAct('answer', data, inWords)).toEqual({
        act: 'answer',
        clause: 'ITI 20',
        number: 2,
        said: { answerClass: 'NEGATIVE' },
      });
    }
  });

  test('of a request shows nothing of its content', () => {
    expect(shownAct('submit', { reason: 'x', items: [{ number: 1 }] }, true)).toEqual({
      act: 'submit',
      clause: 'ITI 16, 17',
    });
  });

  test('without number and clause where it has none', () => {
    expect(shownAct('close', { conclusion: 'LEAD_EXHAUSTED' }, false)).toEqual({
      act: 'close',
      said: { conclusion: 'LEAD_EXHAUSTED' },
    });
    expect(Object.keys(CLAUSES)).not.toContain('close');
  });
});
