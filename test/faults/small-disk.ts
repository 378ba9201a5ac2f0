import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own for one service, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  free(): void;
  remove(): Promise<void>;
}

/** A file system in memory of so many megabytes; a sentence that says why, where this process may mount none. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    await rm(folder, { recursive: true });
    return `no disk can be filled: ${(mounted.stderr || String(mounted.error)).trim()}`;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => {
      fillUp(ballast);
    },
    free: () => {
      rmSync(ballast, { force: true });
    },
    async remove() {
      spawnSync('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true });
    },
  };
}

function fillUp(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (const block of [Buffer.alloc(65_536), Buffer.alloc(512)]) {
      try {
        for (;;) writeSync(handle, block);
      } catch (error) {
        if (String(error).includes('ENOSPC')) continue;
        throw error;
      }
    }
  } finally {
    closeSync(handle);
  }
}
