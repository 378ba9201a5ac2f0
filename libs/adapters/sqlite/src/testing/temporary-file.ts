import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file name in a folder of its own, and how to remove both. */
export function temporaryFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  return {
    file: join(folder, 'store.db'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
