import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindLightly } from './light-binding';
import { printedBy } from './testing/process-of-its-own';

const own = Object.getOwnPropertyDescriptor(AsyncResource.prototype, 'bind') ?? {};
afterEach(() => {
  Object.defineProperty(AsyncResource.prototype, 'bind', own);
});

/** Prints the bytes that grew old, of a megabyte that functions held which nobody knows any more. */
const trial = (prepared: string) => `
  import { AsyncResource } from 'node:async_hooks';
  import { bindLightly } from ${JSON.stringify(pathToFileURL(join(__dirname, 'light-binding.ts')))};
  ${prepared}
  const collect = () => [1, 2].forEach(() => gc({ type: 'minor' }));
  collect();
  const before = old();
  for (let count = 0; count < 1000; count += 1) {
    const held = Array.from({ length: 128 }, () => count);
    new AsyncResource('test').bind(() => held);
  }
  collect();
  console.log(old() - before);
`;

test('what a bound function holds is collected while it is young', () => {
  expect(printedBy(trial(''))).toBeGreaterThan(900_000);
  expect(printedBy(trial('bindLightly();'))).toBeLessThan(100_000);
});

test('a bound function runs where its resource was made, for whom and with what it is called', () => {
  bindLightly();
  const where = new AsyncLocalStorage<string>();
  const seen = function (this: unknown, ...args: readonly number[]) {
    return [where.getStore(), this, args];
  };
  const resource = where.run('there', () => new AsyncResource('test'));
  const self = { seen: resource.bind(seen) };
  expect(where.run('here', () => self.seen(1, 2))).toEqual(['there', self, [1, 2]]);
  const receiver = { of: 'another' };
  const bound = where.run('there', () => AsyncResource.bind(seen, 'test', receiver));
  expect(bound(3)).toEqual(['there', receiver, [3]]);
});
