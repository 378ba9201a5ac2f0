import type { Fault } from '@vestigo/kernel';
import { Mark, valid, verdictOf } from './testing/sample-body';

describe('faults', () => {
  test.each<[string, object, readonly Fault[]]>([
    ['a missing field', { id: undefined }, [{ pointer: '/id', detail: 'is required' }]],
    ['an unknown field', { 'a/b~c': 1 }, [{ pointer: '/a~1b~0c', detail: 'is not a known field' }]],
    ['a wrong type', { quantity: '1' }, [{ pointer: '/quantity', detail: 'must be a whole number' }]],
    [
      'an unknown word',
      { outcome: 'lost' },
      [{ pointer: '/outcome', detail: 'must be one of found, not-found' }],
    ],
    ['white space', { make: '   ' }, [{ pointer: '/make', detail: 'must not be blank' }]],
    ['a text too short', { make: 'Z' }, [{ pointer: '/make', detail: 'must have at least 2 characters' }]],
    [
      'a text too long',
      { model: 'M70AB2' },
      [{ pointer: '/model', detail: 'must have at most 5 characters' }],
    ],
    [
      'a pattern missed',
      { serial: 'x' },
      [{ pointer: '/serial', detail: 'must be a capital letter and digits' }],
    ],
    ['a number too small', { latitude: -91 }, [{ pointer: '/latitude', detail: 'must be -90 or more' }]],
    ['a number too large', { latitude: 91 }, [{ pointer: '/latitude', detail: 'must be 90 or less' }]],
    ['a list too short', { grounds: [] }, [{ pointer: '/grounds', detail: 'must hold at least 1 item' }]],
    [
      'a list too long',
      { grounds: ['a', 'b', 'c', 'd'] },
      [{ pointer: '/grounds', detail: 'must hold at most 3 items' }],
    ],
    [
      'a repeated item',
      { grounds: ['a', 'b', 'a'] },
      [{ pointer: '/grounds', detail: 'must not hold the same twice, as items 0 and 2 do' }],
    ],
    ['an item', { grounds: ['a', 1] }, [{ pointer: '/grounds/1', detail: 'must be a text' }]],
    [
      'a nested field',
      { mark: { text: 'Z', year: 1700 } },
      [{ pointer: '/mark/year', detail: 'must be 1800 or more' }],
    ],
    [
      'a field of an item',
      { marks: [{ text: 'Z' }, {}] },
      [{ pointer: '/marks/1/text', detail: 'is required' }],
    ],
    [
      'a format',
      { occurredAt: '2026-11-22' },
      [
        {
          pointer: '/occurredAt',
          detail: 'must be a date-time with its offset, such as 2026-11-22T09:30:00Z',
        },
      ],
    ],
    ['null where something is required', { make: null }, [{ pointer: '/make', detail: 'must be a text' }]],
  ])('say where and what to do: %s', (_, change, faults) => {
    expect(verdictOf({ ...valid, ...change })).toEqual(faults);
  });

  test('tell all that is wrong at once', () => {
    expect(verdictOf({ text: '', colour: 'red', year: 1 }, Mark)).toEqual([
      { pointer: '/colour', detail: 'is not a known field' },
      { pointer: '/text', detail: 'must not be blank' },
      { pointer: '/year', detail: 'must be 1800 or more' },
    ]);
  });

  test.each([undefined, null, 'text', 7, [valid]])('%p is no body', (body) => {
    expect(verdictOf(body)).toEqual([{ pointer: '', detail: 'must be an object' }]);
  });

  test('are no more than somebody would read', () => {
    expect(verdictOf({ ...valid, grounds: Array.from({ length: 1000 }, () => 1) })).toHaveLength(50);
  });
});
