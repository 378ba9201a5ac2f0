import { listAt, pruned, put, textAt } from './form-body';

test('a value is put in its place, and what is on the way is made', () => {
  const body = put({ answers: [{ item: 1 }] }, '/answers/0/pointOfDiversion/cause', 'THEFT');
  expect(body).toEqual({ answers: [{ item: 1, pointOfDiversion: { cause: 'THEFT' } }] });
  expect(textAt(body, '/answers/0/pointOfDiversion/cause')).toBe('THEFT');
  expect(textAt(body, '/answers/0/remarks')).toBe('');
});

test('a value is taken out, also from a list', () => {
  expect(put({ chain: [{ role: 'SOLD' }, { role: 'EXPORTED' }] }, '/chain/0', undefined)).toEqual({
    chain: [{ role: 'EXPORTED' }],
  });
  expect(put({ a: 'x', b: 'y' }, '/a', undefined)).toEqual({ b: 'y' });
  expect(listAt({}, '/chain')).toEqual([]);
});

test('what was left empty is not sent', () => {
  const body = {
    text: ' Which mark? ',
    reason: ' ',
    chain: [{}, { date: '' }],
    done: false,
    items: [1],
    licence: {},
  };
  expect(pruned(body)).toEqual({ text: 'Which mark?', done: false, items: [1] });
});
