import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { run } from './child.mjs';
import { environment, root, tool } from './workspace.mjs';

const sources = ['apps', 'libs'];
const leftOut = [
  '**/*.spec.ts',
  '**/*-spec.ts',
  '**/testing.ts',
  '**/testing/**',
  '**/golden/**',
  '**/project.json',
  '**/*.md',
];
const dist = join(root, 'dist');
const mark = join(dist, '.built-from');

/** Compiles apps and libs to dist, unless nothing has changed since; resolves with the exit code. */
export async function build({ quiet = false } = {}) {
  const started = performance.now();
  const state = stateOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) {
    if (!quiet) console.log('dist is up to date');
    return 0;
  }
  rmSync(dist, { recursive: true, force: true });
  const args = [...sources, '--out-dir', 'dist', '--ignore', leftOut.join(','), '--copy-files', '--quiet'];
  const code = await run(process.execPath, [tool('swc', '@swc/cli'), ...args], {
    cwd: root,
    env: environment(),
  });
  if (code !== 0) return code;
  writeFileSync(mark, state);
  if (!quiet) console.log(`built in ${Math.round(performance.now() - started)} ms`);
  return 0;
}

function stateOfSources() {
  const files = globSync([...sources.map((folder) => `${folder}/**/*`), '.swcrc', 'package-lock.json'], {
    cwd: root,
  }).sort();
  const digest = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    digest.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await build({ quiet: process.argv.includes('--quiet') });
}
