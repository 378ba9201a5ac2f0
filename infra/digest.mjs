import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** Changes when a file that one of the patterns names does, or comes, or goes. */
export function digestOf(patterns, exclude = []) {
  const digest = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root, exclude }).sort()) {
    const { mtimeMs, size } = statSync(join(root, file));
    digest.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}
