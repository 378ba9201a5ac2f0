import { wordsIn } from './timeline-words';

test('an act is told by its codes, its items, its recipient and what was written', () => {
  const said = { ground: 'ITI22_INVESTIGATION', items: [1, 2], reason: 'Under way.', question: 3 };
  expect(wordsIn({ said: { ...said, recipient: 'COL' } })).toEqual({
    ...{ codes: [['ground', 'ITI22_INVESTIGATION']], items: [1, 2], expectedOn: undefined },
    ...{ recipient: 'COL', words: ['Under way.'] },
  });
  expect(wordsIn({})).toEqual({
    ...{ codes: [], items: [], expectedOn: undefined, recipient: undefined, words: [] },
  });
});
