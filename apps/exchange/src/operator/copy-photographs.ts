import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { copyDurably, sync } from './durable-files';
import { isPhotograph, PHOTOGRAPHS } from './manifest';
import { codeOf } from './unusable-backup';

/**
 * Copies the photographs of a data folder that may be in use; resolves with their names. Parts come first: one that vanishes
 * meanwhile was put together with the others, and the whole is found after it.
 */
export async function copyPhotographs(data: string, to: string): Promise<readonly string[]> {
  const parts = (await photographsIn(data)).filter(isPart);
  const copied = [...(await copyAll(parts, data, to))];
  const wholes = (await photographsIn(data)).filter((name) => !isPart(name));
  return [...copied, ...(await copyAll(wholes, data, to))];
}

const isPart = (name: string) => name.includes('/incoming/');

async function photographsIn(data: string): Promise<readonly string[]> {
  const folder = join(data, PHOTOGRAPHS);
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(data, join(parentPath, name)).split(sep).join('/'))
    .filter(isPhotograph)
    .sort();
}

async function copyAll(names: readonly string[], data: string, to: string): Promise<readonly string[]> {
  const copied: string[] = [];
  const folders = new Set<string>();
  for (const name of names) {
    await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    try {
      await copyDurably(join(data, name), join(to, name));
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
