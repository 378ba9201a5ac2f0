// npm drops the packages of other platforms from the lock when its registry lacks them: the install then works here and
// breaks on the next machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './workspace.mjs';

/** What is wrong with a package-lock.json (version 3), one line for each fault. */
export function lockFaults({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...missingOptionals(packages, path, entry),
    ...(entry.resolved && !entry.link ? [`${path}: names the registry ${entry.resolved}`] : []),
  ]);
}

function missingOptionals(packages, path, { optionalDependencies = {} }) {
  return Object.entries(optionalDependencies)
    .filter(([name]) => !placesFor(path, name).some((place) => place in packages))
    .map(([name, version]) => `${path || 'package.json'}: ${name}@${version} has no entry`);
}

/** Where Node would look for a dependency: beside the package, then ever further up. */
function placesFor(path, name) {
  const folders = path.split('/node_modules/');
  const up = folders.map((_, index) => folders.slice(0, folders.length - index).join('/node_modules/'));
  return [...up.filter(Boolean).map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = process.argv[2] ?? join(root, 'package-lock.json');
  const faults = lockFaults(JSON.parse(readFileSync(file, 'utf8')));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'the lock is whole' : `${faults.length} faults in the lock`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
