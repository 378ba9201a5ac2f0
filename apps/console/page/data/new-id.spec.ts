import { newId } from './new-id';

test('a key is a UUIDv7 that grows with time, and no two are the same', () => {
  const keys = Array.from({ length: 1000 }, (_, index) => newId(1_795_000_000_000 + index));
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(keys).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(keys.length);
});
