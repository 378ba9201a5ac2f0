import type { Changes } from './changes';
import { readAgain } from './read-again';

const nothing: Changes = { again: false, requests: [], cases: [], oversight: [], imports: [] };
const keys = [
  ['cases', 'list'],
  ['requests', 'list'],
  ['oversight', 'pairs'],
];

it('gathers what changes while a round is under way, so that no round is cut short', async () => {
  const rounds: { readonly read: readonly string[]; end(): void }[] = [];
  const changed = readAgain({
    invalidateQueries: ({ predicate } = {}) =>
      new Promise<void>((end) => {
        const read = keys
          .filter((queryKey) => predicate?.({ queryKey } as never))
          .map(([first = '']) => first);
        rounds.push({ read, end });
      }),
  });
  changed({ ...nothing, cases: ['a'] });
  changed({ ...nothing, requests: ['a'] });
  changed({ ...nothing, oversight: ['a'] });
  expect(rounds.map(({ read }) => read)).toEqual([['cases']]);
  rounds[0]?.end();
  await new Promise(setImmediate);
  expect(rounds.map(({ read }) => read)).toEqual([['cases'], ['requests', 'oversight']]);
  rounds[1]?.end();
  await new Promise(setImmediate);
  changed({ ...nothing, cases: ['b'] });
  expect(rounds.map(({ read }) => read)).toHaveLength(3);
});
