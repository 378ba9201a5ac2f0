import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, openPhotographStore } from '@vestigo/photographs';
import { comparePhotographs, copyPhotographs } from './copy-photographs';
import { isEqual } from './finding';

let folder: string;
let sources: readonly string[];
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  sources = ['requesting', 'responding'].map((name) => join(folder, name));
  target = join(folder, 'target');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bytesOf = (index: number) => Buffer.from(`photograph ${String(index)}`);
const placeOf = (within: string, state: string, index: number) => {
  const sha256 = digestOf(bytesOf(index));
  return join(within, state, sha256.slice(0, 2), sha256);
};

/** Some that only one service has, some that both have, of two States. */
async function photographed(): Promise<void> {
  const [requesting, responding] = sources.map((place) =>
    openPhotographStore({ folder: place, quota: 100_000 }),
  );
  for (let index = 0; index < 12; index += 1) {
    if (index % 3 !== 0) await requesting?.keep('JAM', bytesOf(index));
    if (index % 3 !== 1) await responding?.keep('USA', bytesOf(index));
  }
  await responding?.keep('JAM', bytesOf(1));
}

test('photographs of all folders are copied once, and found equal by their digests', async () => {
  await photographed();
  expect(await copyPhotographs({ sources, target })).toEqual({ copied: 16, there: 0 });
  expect(await copyPhotographs({ sources, target })).toEqual({ copied: 0, there: 16 });
  const finding = await comparePhotographs({ sources, target });
  expect([isEqual(finding), finding.source]).toEqual([
    true,
    expect.stringMatching(/^16 files, SHA-256 \w{64}$/),
  ]);
});

test('a copying that was cut short goes on where it ended', async () => {
  await photographed();
  await copyPhotographs({ sources, target });
  for (const index of [1, 4, 7]) rmSync(placeOf(target, 'JAM', index));
  writeFileSync(`${placeOf(target, 'JAM', 1)}.x.draft`, 'photo');
  const half = await comparePhotographs({ sources, target });
  expect(isEqual(half)).toBe(false);
  expect(await copyPhotographs({ sources, target })).toEqual({ copied: 3, there: 13 });
  expect(isEqual(await comparePhotographs({ sources, target }))).toBe(true);
});

test('where the exchange and the services share a folder, nothing is written', async () => {
  await photographed();
  const [shared = ''] = sources;
  const before = readdirSync(shared, { recursive: true });
  expect(await copyPhotographs({ sources: [shared], target: shared })).toEqual({
    copied: 0,
    there: 8,
  });
  expect(readdirSync(shared, { recursive: true })).toEqual(before);
  expect(isEqual(await comparePhotographs({ sources: [shared], target: shared }))).toBe(true);
});

test('one changed byte is found, on either side, and so is a photograph too many', async () => {
  await photographed();
  await copyPhotographs({ sources, target });
  const place = placeOf(target, 'USA', 2);
  writeFileSync(place, 'photograph Z');
  const sha256 = digestOf(bytesOf(2));
  expect(await comparePhotographs({ sources, target })).toMatchObject({ first: `USA ${sha256} ${sha256}` });
  writeFileSync(place, bytesOf(2));
  await openPhotographStore({ folder: target, quota: 1000 }).keep('VEN', bytesOf(99));
  expect(await comparePhotographs({ sources, target })).toMatchObject({
    first: `VEN ${digestOf(bytesOf(99))} ${digestOf(bytesOf(99))}`,
  });
});

test('a photograph whose bytes are not those of its name is not copied', async () => {
  await photographed();
  writeFileSync(placeOf(sources[0] ?? '', 'JAM', 4), 'another');
  await expect(copyPhotographs({ sources, target })).rejects.toThrow(
    'is damaged: its bytes are not those of its name. Take it from a backup, or remove it',
  );
});
