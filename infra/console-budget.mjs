import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes as they are sent: what a first visit loads before a screen stands, on a link of 300 kbit/s in about 7 s. */
export const FIRST_LOAD = 250 * 1024;

/** What a first visit loads that begins at a screen: index.html, the entry, the screen, what they import, their styles. */
export function firstLoads(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const { entry, screens } = startsOf(manifest);
  const spoken = Object.keys(manifest).filter((name) => /^messages\/(shell|codes)\/ar\.json$/.test(name));
  return screens.map((screen) => {
    const names = closureOf(manifest, [entry, screen, ...spoken]);
    const files = names.flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]);
    const parts = [...new Set(['index.html', ...files])].map((file) => ({
      file,
      bytes: sent(join(folder, file)),
    }));
    return { screen, parts, bytes: parts.reduce((sum, part) => sum + part.bytes, 0) };
  });
}

/** Where a visit may begin. */
function startsOf(manifest) {
  return {
    entry: Object.keys(manifest).find((name) => manifest[name].isEntry && name.endsWith('.html')),
    screens: Object.keys(manifest).filter((name) => /\.screen\.tsx$/.test(name)),
  };
}

/** What every screen needs, and nothing that is imported when it is wanted. */
export function filesOfScreens(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const { entry, screens } = startsOf(manifest);
  const names = closureOf(manifest, [entry, ...screens]);
  const files = names.flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]);
  return { entry: manifest[entry].file, files: [...new Set(files)].sort() };
}

function closureOf(manifest, names, seen = new Set()) {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    closureOf(manifest, manifest[name].imports ?? [], seen);
  }
  return [...seen];
}

export function faultsOfBudget(folder, budget = FIRST_LOAD) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  return firstLoads(folder)
    .filter(({ bytes }) => bytes > budget)
    .flatMap(({ screen, parts, bytes }) => [
      `The first load of ${screen} has ${kilobytes(bytes)} compressed; it may have ${kilobytes(budget)}.`,
      ...parts
        .toSorted((one, other) => other.bytes - one.bytes)
        .slice(0, 8)
        .map((part) => `  ${kilobytes(part.bytes).padStart(10)}  ${part.file}`),
    ]);
}

/** As browsers take it since 2017. */
const sent = (file) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
