import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something that the person at the keyboard can put right; shown without a stack. */
export class Advice extends Error {}

/** The script behind a tool of node_modules, to be run with Node: .bin holds shell files on Windows. */
export function tool(name, from = name) {
  const folder = join(root, 'node_modules', from);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** The environment with the tools of node_modules, Node among them, first on the path. */
export function environment(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = join(root, 'node_modules', '.bin');
  const rest = (process.env[key] ?? '').split(delimiter).filter((folder) => folder !== bin);
  return { ...process.env, [key]: [bin, ...rest].join(delimiter), ...extra };
}
