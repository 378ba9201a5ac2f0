import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidSetting, withSecrets } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'eventstore-url');
const read = (env: Record<string, string>) => withSecrets(env, ['EVENTSTORE_URL']);

test('a secret may stand in a file', () => {
  writeFileSync(file, 'esdb://desk:secret@db.example\n');
  expect(read({ EVENTSTORE_URL_FILE: file, PORT: '3000' })).toEqual({
    EVENTSTORE_URL_FILE: file,
    EVENTSTORE_URL: 'esdb://desk:secret@db.example',
    PORT: '3000',
  });
});

test('or in the environment', () => {
  const env = { EVENTSTORE_URL: 'esdb://db.example', EVENTSTORE_URL_FILE: '' };
  expect(read(env)).toEqual(env);
});

test('a secret that cannot be had is refused in words', () => {
  expect(() => read({ EVENTSTORE_URL_FILE: folder })).toThrow(InvalidSetting);
  expect(() => read({ EVENTSTORE_URL_FILE: folder })).toThrow('which cannot be read');
  writeFileSync(file, '\n');
  expect(() => read({ EVENTSTORE_URL_FILE: file })).toThrow('which is empty');
  expect(() => read({ EVENTSTORE_URL_FILE: file, EVENTSTORE_URL: 'a' })).toThrow('both set');
});
