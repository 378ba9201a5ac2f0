import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes, as gzip sends them: what a first visit loads before the first screen stands, on a link of 300 kbit/s about 7 s. */
export const FIRST_LOAD = 250 * 1024;

/** What a first visit loads at the least: the entry, what it imports, their styles. */
export function firstLoadOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
  const seen = new Set();
  const walk = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const one of manifest[name].imports ?? []) walk(one);
  };
  walk(entry);
  const files = [...seen].flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]);
  return [...new Set(['index.html', ...files])].map((file) => ({ file, bytes: sent(join(folder, file)) }));
}

export function faultsOfBudget(folder, budget = FIRST_LOAD) {
  const parts = firstLoadOf(folder).toSorted((one, other) => other.bytes - one.bytes);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= budget) return [];
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    `The first load of the page has ${kilobytes(total)} compressed; it may have ${kilobytes(budget)}.`,
    ...parts.map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(10)}  ${file}`),
  ];
}

const sent = (file) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
