import { begun, bodyOf, missing } from './act-fields';
import type { Case } from './case.query';

const found: Case = {
  ...{ id: 'a', version: 1, status: 'received', clocks: [], consents: [], acts: [] },
  ...{ requestingState: 'JAM', respondingState: 'USA', imported: false, timeline: [] },
  receivedAt: '2026-03-10T12:00:00.000Z',
  grounds: { delay: [], restriction: [], refusal: ['ITI22_INVESTIGATION'] },
  matter: {
    ...{ result: null, acknowledged: false, delayed: false },
    items: [1, 2].map((item) => ({ item, result: null, givenIn: [] })),
    ...{ openQuestions: [], openClarifications: [], openConsents: [] },
  },
};

test('a refusal needs its ground and its reason', () => {
  expect(missing('refuse', found, begun('refuse', found))).toEqual(['/ground', '/reason']);
  expect(missing('refuse', found, { ground: 'ITI22_INVESTIGATION', reason: ' ' })).toEqual([
    '/items',
    '/reason',
  ]);
});

test('all items refused are the whole request; some are named', () => {
  const refusal = { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' };
  expect(bodyOf('refuse', found, { items: [1, 2], ...refusal })).toEqual(refusal);
  expect(bodyOf('refuse', found, { items: [2], ...refusal })).toEqual({ items: [2], ...refusal });
});

test('an answer is begun with the first item that is open, and is missing its outcome', () => {
  const body = begun('answer', found);
  expect(body).toEqual({ answers: [{ item: 1 }] });
  expect(missing('answer', found, body)).toEqual(['/answers/0/outcome']);
  expect(missing('answer', found, { answers: [] })).toEqual(['/answers']);
});

test('an answer is sent in the shape of its outcome', () => {
  const body = { answers: [{ item: 1, outcome: 'TOO_OLD', onwardState: 'BRA', remarks: ' ' }] };
  expect(bodyOf('answer', found, body)).toEqual({ answers: [{ item: 1, outcome: 'TOO_OLD' }] });
});

test('a consent that is denied says why, and one that is given may name its terms', () => {
  expect(missing('decide-consent', found, {})).toEqual(['/decision']);
  expect(missing('decide-consent', found, { decision: 'DENIED' })).toEqual(['/reason']);
  expect(missing('decide-consent', found, { decision: 'GIVEN' })).toEqual([]);
  expect(bodyOf('decide-consent', found, { decision: 'GIVEN', reason: 'No.' })).toEqual({
    decision: 'GIVEN',
  });
});
