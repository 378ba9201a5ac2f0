import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './durable-file';

/** Bytes of all files beneath a folder; files that vanish meanwhile count nothing. */
export async function bytesIn(folder: string): Promise<number> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifThere)) ?? [];
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name)).catch(ifThere))?.size ?? 0;
  }
  return bytes;
}
