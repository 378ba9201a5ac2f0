import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rejection } from '@vestigo/kernel';
import { digestOf, openPhotographStore, type PhotographStore } from './photograph-store';
import { temporaryFolder } from './testing/sample-photographs';

const { folder, remove } = temporaryFolder();
const bytes = Buffer.from('a photograph');
const sha256 = digestOf(bytes);
let store: PhotographStore;

beforeAll(() => {
  store = openPhotographStore({ folder, quota: 100 });
});
afterAll(remove);

const filesOf = (state: string) =>
  readdirSync(join(folder, state), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('same bytes are kept once, however many keep them at once', async () => {
  expect(await Promise.all(Array.from({ length: 5 }, () => store.keep('JAM', bytes)))).toEqual(
    Array.from({ length: 5 }, () => sha256),
  );
  expect(filesOf('JAM')).toEqual([sha256]);
  expect(await store.read('JAM', sha256)).toEqual(bytes);
});

test('a photograph of one State is none of another', async () => {
  expect([await store.has('USA', sha256), await store.read('USA', sha256)]).toEqual([false, undefined]);
});

test.each(['../JAM', '..', '', sha256.toUpperCase(), `${sha256}/..`, `${sha256}.x.draft`])(
  'nothing is found under %p',
  async (name) => {
    expect([await store.has('JAM', name), await store.read('JAM', name)]).toEqual([false, undefined]);
    expect(await store.read(`JAM/${sha256.slice(0, 2)}`, sha256)).toBeUndefined();
  },
);

test('what a killed process left half written is nothing', async () => {
  writeFileSync(join(folder, 'JAM', sha256.slice(0, 2), `${sha256.slice(0, 62)}00.x.draft`), 'a photo');
  expect(await store.has('JAM', `${sha256.slice(0, 62)}00`)).toBe(false);
});

test('a State has its room, and no more', async () => {
  const refusal = await store.keep('KEN', Buffer.alloc(101)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Rejection);
  expect(refusal).toMatchObject({ kind: 'conflict', code: 'photograph-quota-reached' });
  await store.keep('KEN', Buffer.alloc(60));
  await expect(store.keep('KEN', Buffer.alloc(41))).rejects.toBeInstanceOf(Rejection);
  await store.keep('KEN', Buffer.alloc(40));
  await store.keep('KEN', Buffer.alloc(60));
});
