import { actsOn, itemsFor } from './case-acts';
import type { Case } from './case.query';

type Item = Case['matter']['items'][number];
const open = (item: number): Item => ({ item, result: null, givenIn: [] });

function caseWith(
  change: Partial<Omit<Case, 'matter'>> & {
    readonly matter?: Partial<Omit<Case['matter'], 'items'>> & { readonly items?: readonly Item[] };
  },
): Case {
  const { matter, ...rest } = change;
  return {
    ...{ id: 'a', version: 1, status: 'received', clocks: [], consents: [] },
    ...{ requestingState: 'JAM', respondingState: 'USA', imported: false, timeline: [] },
    ...{ receivedAt: '2026-03-10T12:00:00.000Z', grounds: { delay: [], restriction: [], refusal: [] } },
    acts: [
      'acknowledge',
      'request-information',
      'notify-delay',
      'answer',
      'refuse',
      'refuse-items',
      'redirect',
    ],
    ...rest,
    matter: {
      ...{ result: null, acknowledged: false, delayed: false },
      ...{ openQuestions: [], openClarifications: [], openConsents: [] },
      ...matter,
      items: [...(matter?.items ?? [open(1), open(2)])],
    },
  };
}

test('a new case is acknowledged, answered, refused, asked about, delayed or redirected', () => {
  expect(actsOn(caseWith({}))).toEqual([
    ...['acknowledge', 'answer', 'refuse', 'request-information', 'notify-delay', 'redirect'],
  ]);
});

test('nobody who may not act for the State is offered anything', () => {
  expect(actsOn(caseWith({ acts: [] }))).toEqual([]);
});

test('what was answered is added to, corrected, restricted; what is left is answered or refused', () => {
  const partly = caseWith({
    status: 'answered',
    acts: ['answer', 'refuse-items', 'supplement', 'correct', 'restrict', 'lift', 'request-information'],
    matter: { acknowledged: true, items: [{ item: 1, result: 'FULL', givenIn: [2] }, open(2)] },
  });
  expect(actsOn(partly)).toEqual([
    ...['answer', 'refuse', 'request-information', 'supplement', 'correct', 'restrict'],
  ]);
  expect([itemsFor('answer', partly), itemsFor('supplement', partly), itemsFor('lift', partly)]).toEqual([
    [2],
    [1],
    [],
  ]);
});

test('a refused item is answered while its refusal is being clarified', () => {
  const items: readonly Item[] = [{ item: 1, result: 'REFUSED', givenIn: [3] }];
  const asked = caseWith({
    status: 'clarification-open',
    acts: ['answer', 'clarify'],
    matter: { items, openClarifications: [1] },
  });
  expect(actsOn(asked)).toEqual(['answer', 'clarify']);
  expect(itemsFor('answer', caseWith({ status: 'refused', matter: { items } }))).toEqual([]);
});

test('a consent is decided where one is asked for', () => {
  const acts = ['give-consent', 'deny-consent'];
  expect(actsOn(caseWith({ acts }))).toEqual([]);
  expect(actsOn(caseWith({ acts, matter: { openConsents: [1] } }))).toEqual(['decide-consent']);
});
