import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holdFolder } from '@vestigo/service';
import { sync } from './durable-files';
import { codeOf, inWords, UnusableBackup } from './unusable-backup';

/** What holding a folder leaves in it. */
const isLock = (name: string) => name.startsWith('in-use.db');

/** Throws `UnusableBackup` or `UnusableFolder` when there is anything in a folder that would be written over. */
export async function ensureFree(data: string): Promise<void> {
  const names = await namesIn(data);
  if (names.some(isLock)) holdFolder(data).release();
  if (!names.every(isLock)) throw occupied(data);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return existsSync(folder) ? await readdir(folder) : [];
  } catch (error) {
    throw inWords(error, folder);
  }
}

const occupied = (data: string) =>
  new UnusableBackup(
    `${data} is not empty, and nothing in it is written over. Move it away (mv ${data} ${data}-before) or name another folder in VESTIGO_DATA.`,
  );

/** Makes a folder that was built beside `data` the data folder: whoever looks sees nothing or all of it. */
export async function putInPlace(beside: string, data: string): Promise<void> {
  for (const name of await readdir(beside)) {
    if (isLock(name)) await rm(join(beside, name));
    else await sync(join(beside, name));
  }
  await sync(beside);
  await renameTo(beside, data);
}

async function renameTo(beside: string, data: string): Promise<void> {
  try {
    for (const name of await namesIn(data)) if (isLock(name)) await rm(join(data, name));
    await rename(beside, data);
    await sync(dirname(data));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw occupied(data);
    if (code === 'EBUSY' || code === 'EXDEV') {
      throw new UnusableBackup(
        `${data} is where a disk is mounted and cannot be replaced. Name a folder beneath it in VESTIGO_DATA, for this and for the exchange.`,
      );
    }
    throw inWords(error, data);
  }
}
