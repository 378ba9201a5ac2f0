import { acknowledgement, countOf, isDone, leftIn, resultOf } from './batch-acknowledge';

const seen = { id: 'a', requestingState: 'JAM', version: 4 };
const problem = { status: 409, code: 'already-answered', title: 'Already answered', detail: 'It is.' };

test('each acknowledgement rests on the version of its case that was seen', () => {
  expect(acknowledgement(seen)).toMatchObject({
    path: '/v1/cases/a/acknowledgement',
    ifMatch: '"4"',
    lane: 'cases/a',
  });
});

test('what became of each is told apart: a change meanwhile is no refusal', () => {
  expect(resultOf({ kind: 'done', answer: {} })).toEqual({ kind: 'done' });
  expect(resultOf({ kind: 'queued', id: 'key' })).toEqual({ kind: 'queued' });
  expect(resultOf({ kind: 'refused', problem })).toEqual({ kind: 'refused', detail: 'It is.' });
  const conflict = { ...problem, status: 412, code: 'version-conflict' };
  expect(resultOf({ kind: 'refused', problem: conflict })).toEqual({ kind: 'changed' });
});

test('those that changed or were turned down are left to be looked at', () => {
  const row = (id: string, kind: 'done' | 'queued' | 'changed') => ({
    ...{ id, requestingState: 'JAM', result: { kind } },
  });
  const progress = [row('a', 'done'), row('b', 'changed'), row('c', 'queued')];
  expect([leftIn(progress), countOf(progress, 'done'), isDone(progress)]).toEqual([['b'], 1, true]);
  expect(isDone([...progress, { id: 'd', requestingState: 'JAM' }])).toBe(false);
});
