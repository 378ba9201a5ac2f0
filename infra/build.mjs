import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { run } from './child.mjs';
import { buildPage } from './console-page.mjs';
import { digestOf } from './digest.mjs';
import { environment, root, tool } from './workspace.mjs';

const sources = ['apps', 'libs'];
/** Vite builds it. */
const page = 'apps/console/page/**';
const leftOut = [
  '**/*.spec.ts',
  '**/*-spec.ts',
  '**/testing.ts',
  '**/testing/**',
  '**/golden/**',
  '**/project.json',
  '**/*.md',
  'apps/console/*.mjs',
  page,
];
const dist = join(root, 'dist');
const mark = join(dist, '.built-from');

/** Compiles apps and libs, and builds the page, unless nothing has changed since; resolves with the exit code. */
export async function build({ quiet = false } = {}) {
  const started = performance.now();
  const code = await compile();
  if (code !== 0) return code;
  const faults = await buildPage();
  for (const fault of faults) console.error(fault);
  if (!quiet) console.log(`built in ${Math.round(performance.now() - started)} ms`);
  return faults.length === 0 ? 0 : 1;
}

/** Compiles apps and libs to dist; resolves with the exit code. */
export async function compile() {
  const state = digestOf(
    [...sources.map((folder) => `${folder}/**/*`), '.swcrc', 'package-lock.json'],
    [page],
  );
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return 0;
  for (const folder of sources) rmSync(join(dist, folder), { recursive: true, force: true });
  const args = [...sources, '--out-dir', 'dist', '--ignore', leftOut.join(','), '--copy-files', '--quiet'];
  const code = await run(process.execPath, [tool('swc', '@swc/cli'), ...args], {
    cwd: root,
    env: environment(),
  });
  if (code === 0) writeFileSync(mark, state);
  return code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await build({ quiet: process.argv.includes('--quiet') });
}
