import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/workspace.mjs';

/** Inside the checkout: the temporary folder of the system may lie in memory, where a sync costs nothing. */
export function scratchFolder() {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, 'tmp', 'bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** An empty folder beneath the scratch folder. */
export function newFolder(folder, name) {
  return mkdtempSync(join(folder, `${name}-`));
}
