import { Slots } from './slots';

test('a value is there until it is taken, once', () => {
  const slots = new Slots<string>();
  const [first, second] = [slots.put('a'), slots.put('b')];
  expect(first).not.toBe(second);
  expect([slots.take(second), slots.take(second), slots.take(first)]).toEqual(['b', undefined, 'a']);
});

test('who is there at once has slots apart, and what was taken makes room', () => {
  const slots = new Slots<number>();
  const taken = new Set<number>();
  for (let round = 0; round < 100; round += 1) {
    const held = [1, 2, 3].map((value) => slots.put(value));
    expect(new Set(held).size).toBe(3);
    for (const slot of held) taken.add(slot);
    expect(held.map((slot) => slots.take(slot))).toEqual([1, 2, 3]);
  }
  expect(taken.size).toBe(3);
});

test('everything that is there can be taken at once', () => {
  const slots = new Slots<string>();
  const [, second] = [slots.put('a'), slots.put('b'), slots.put('c')];
  slots.take(second);
  expect(slots.takeAll()).toEqual(['a', 'c']);
  expect(slots.takeAll()).toEqual([]);
});

test('a list is one value as any other, and slots begin anew once all are taken', () => {
  const slots = new Slots<readonly string[]>();
  for (const value of [['a', 'b'], []]) slots.put(value);
  expect(slots.takeAll()).toEqual([['a', 'b'], []]);
  expect([slots.put(['c']), slots.put(['d'])]).toEqual([0, 1]);
  expect(slots.takeAll()).toEqual([['c'], ['d']]);
});
