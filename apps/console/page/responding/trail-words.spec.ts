import { since, wordsIn } from './trail-words';

const entry = { what: 'CaseRefused', occurredAt: '', recordedAt: '', byState: 'USA' };

test('an act is told by its codes, its items and what was written', () => {
  const said = { ground: 'ITI22_INVESTIGATION', items: [1, 2], reason: 'Under way.', question: 3 } as object;
  expect(wordsIn({ said })).toEqual({
    ...{ ground: 'ITI22_INVESTIGATION', items: [1, 2], expectedOn: undefined, words: ['Under way.'] },
  });
  expect(wordsIn({})).toEqual({ ground: undefined, items: [], expectedOn: undefined, words: [] });
});

test('what changed since a version is what came after that many events', () => {
  const timeline = ['CaseReceived', 'CaseAcknowledged', 'CaseRefused'].map((what) => ({ ...entry, what }));
  expect(since({ timeline }, 1).map(({ what }) => what)).toEqual(['CaseAcknowledged', 'CaseRefused']);
  expect(since({ timeline }, 3)).toEqual([]);
});
