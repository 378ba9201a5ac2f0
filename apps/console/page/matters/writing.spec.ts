import { emptyWriting, textAt, textsAt, valueAt, withOneMore, withoutOne, withValue } from './writing';

describe('a request that is being written', () => {
  test('is changed in one place, and keeps what the form does not show', () => {
    const before = { regimes: ['ITI'], items: [{ kind: 'ARM', proofMarks: ['N'] }] };
    expect(withValue(before, '/items/0/serial/asObserved', 'AB?4')).toEqual({
      regimes: ['ITI'],
      items: [{ kind: 'ARM', proofMarks: ['N'], serial: { asObserved: 'AB?4' } }],
    });
  });

  test('says nothing of what was emptied, the whole that held it included', () => {
    const before = { items: [{ kind: 'ARM', serial: { asObserved: 'A' } }], contexts: ['CRIME'] };
    const emptied = withValue(withValue(before, '/items/0/serial/asObserved', ''), '/contexts', []);
    expect(emptied).toEqual({ items: [{ kind: 'ARM' }] });
  });

  test('keeps the places of its items', () => {
    const two = withOneMore(emptyWriting, '/items', { kind: 'PART' });
    expect(textAt(two, '/items/1/kind')).toBe('PART');
    expect(withoutOne(two, '/items', 0)).toEqual({ priority: 'ROUTINE', items: [{ kind: 'PART' }] });
  });

  test('reads what is not there as nothing', () => {
    expect([textAt(emptyWriting, '/items/3/make'), textsAt(emptyWriting, '/contexts')]).toEqual(['', []]);
    expect(valueAt(emptyWriting, '/priority/deep')).toBeUndefined();
  });
});
