import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { copyDurably, sync } from './durable-files';
import { isPhotograph, PHOTOGRAPHS } from './manifest';
import { codeOf } from './unusable-backup';

/**
 * Copies the photographs in a folder that may be in use; resolves with their names in the backup. Parts come first: one that vanishes
 * meanwhile was put together with the others, and the whole is found after it.
 */
export async function copyPhotographs(pictures: string, to: string): Promise<readonly string[]> {
  const parts = (await photographsIn(pictures)).filter(isPart);
  const copied = [...(await copyAll(parts, pictures, to))];
  const wholes = (await photographsIn(pictures)).filter((name) => !isPart(name));
  return [...copied, ...(await copyAll(wholes, pictures, to))];
}

const isPart = (name: string) => name.includes('/incoming/');

async function photographsIn(pictures: string): Promise<readonly string[]> {
  if (!existsSync(pictures)) return [];
  const entries = await readdir(pictures, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(PHOTOGRAPHS, relative(pictures, parentPath), name).split(sep).join('/'),
    )
    .filter(isPhotograph)
    .sort();
}

async function copyAll(names: readonly string[], pictures: string, to: string): Promise<readonly string[]> {
  const copied: string[] = [];
  const folders = new Set<string>();
  for (const name of names) {
    await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    try {
      await copyDurably(join(pictures, relative(PHOTOGRAPHS, name)), join(to, name));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      continue;
    }
    copied.push(name);
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) await sync(join(to, folder));
  return copied;
}
