import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { photographsIn } from './photograph-folder';
import { digestOf, openPhotographStore } from './photograph-store';
import { temporaryFolder } from './testing/sample-photographs';

const { folder, remove } = temporaryFolder();
afterAll(remove);

async function namesIn(...folders: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { state, sha256 } of photographsIn(folders)) names.push(`${state} ${sha256}`);
  return names;
}

test('the photographs of several folders are told once, in order, and nothing else is', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  const bytes = Array.from({ length: 20 }, (_, index) => Buffer.from(`photograph ${String(index)}`));
  const stores = [one, two].map((place) => openPhotographStore({ folder: place, quota: 10_000 }));
  const wanted = bytes.flatMap((content, index) =>
    (index % 3 === 0 ? ['JAM', 'USA'] : ['KEN']).map((state) => `${state} ${digestOf(content)}`),
  );
  for (const [index, content] of bytes.entries()) {
    const there = stores.filter((_, number) => index % 2 === 0 || number === (index % 4) >> 1);
    for (const state of index % 3 === 0 ? ['JAM', 'USA'] : ['KEN']) {
      for (const store of there) await store.keep(state, content);
    }
  }
  const [first = ''] = bytes.map(digestOf);
  mkdirSync(join(one, 'JAM', 'incoming', `${first}.USA.2`), { recursive: true });
  writeFileSync(join(one, 'JAM', 'incoming', `${first}.USA.2`, '0'), 'a part');
  writeFileSync(join(one, 'JAM', first.slice(0, 2), `${first}.x.draft`), 'half');
  writeFileSync(join(one, 'JAM', first.slice(0, 2), 'f'.repeat(64)), 'of another folder');
  writeFileSync(join(one, 'notes'), 'no State');
  expect(await namesIn(one, two)).toEqual(wanted.toSorted());
});

test('where there is no folder, there is no photograph', async () => {
  expect(await namesIn(join(folder, 'nowhere'))).toEqual([]);
});
