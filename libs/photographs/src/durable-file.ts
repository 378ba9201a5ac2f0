import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file is called while it is written: whatever ends so is nothing yet, and no reader looks at it. */
export const DRAFT = '.draft';

/** Resolves once the file would survive a power cut. It appears whole or not at all. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(file));
  const draft = `${file}.${randomUUID()}${DRAFT}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
}

/** A new folder is a name in the one above it: that name must survive too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Nothing where there is no such file; every other failure is one. */
export function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
