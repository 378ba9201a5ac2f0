import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync, realpathSync } from 'node:fs';
import { chmod, copyFile, open, rename } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Resolves once what was written to a file, or the names in a folder, would survive a power cut. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies to a new file that only its owner may read, and syncs it. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, 0o600);
  await sync(to);
}

/** The file appears whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await sync(dirname(file));
}

/** SHA-256 in hexadecimal digits. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** True for the folder itself too; links are followed. Neither path needs to exist. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(realOf(folder), realOf(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realOf(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realOf(dirname(path)), relative(dirname(path), path));
}
