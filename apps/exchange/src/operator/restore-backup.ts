import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ensureFree, putInPlace } from './free-folder';
import { rebuild, type Seen } from './rebuild';
import { inWords } from './unusable-backup';

/**
 * Makes `data` the data folder that a backup holds. It is built and checked beside, then renamed: whoever looks sees nothing
 * or all of it. Throws `UnusableBackup` or `UnusableFolder`, with `data` untouched.
 */
export async function restoreBackup(backup: string, data: string): Promise<Seen> {
  await ensureFree(data);
  const beside = await newFolderBeside(data);
  try {
    const seen = await rebuild(backup, beside);
    await putInPlace(beside, data);
    return seen;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function newFolderBeside(data: string): Promise<string> {
  try {
    await mkdir(dirname(data), { recursive: true });
    return await mkdtemp(join(dirname(data), `.${basename(data)}-restoring-`));
  } catch (error) {
    throw inWords(error, dirname(data));
  }
}
