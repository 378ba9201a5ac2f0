import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFolder, UnusableFolder } from './data-folder';

const scratch = mkdtempSync(join(tmpdir(), 'vestigo-folder-'));

afterAll(() => rmSync(scratch, { recursive: true }));

test('a folder is made, and held by one exchange at a time', () => {
  const folder = join(scratch, 'new', 'data');
  const held = holdFolder(folder);
  expect(() => holdFolder(folder)).toThrow(UnusableFolder);
  expect(() => holdFolder(folder)).toThrow(
    `${folder} is in use by another exchange. Stop it, or give this one another folder in VESTIGO_DATA.`,
  );
  held.release();
  holdFolder(folder).release();
});

test('a file in its place is refused in plain words', () => {
  const file = join(scratch, 'file');
  writeFileSync(file, '');
  expect(() => holdFolder(file)).toThrow(UnusableFolder);
  expect(() => holdFolder(file)).toThrow(
    /cannot hold the data \(.*EEXIST.*\)\. Name a folder that can be written in VESTIGO_DATA\.$/,
  );
});
