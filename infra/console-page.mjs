// Builds the page of apps/console to dist/console, compressed, within its budget.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { faultsOfBudget, filesOfScreens } from './console-budget.mjs';
import { faultsOfMessages } from './console-messages.mjs';
import { digestOf } from './digest.mjs';
import { root } from './workspace.mjs';

const output = join(root, 'dist', 'console');
const mark = join(output, '.built-from');
const madeOf = ['apps/console/page/**/*', 'apps/console/*.mjs', 'infra/console-*.mjs', 'package-lock.json'];

/** Builds unless nothing has changed since; gives what is wrong with the page, one line each. */
export async function buildPage() {
  const state = digestOf(madeOf, ['**/*.spec.ts', '**/*.md']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return [];
  const faults = faultsOfMessages();
  if (faults.length > 0) return faults;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps', 'console', 'vite.config.mjs'), logLevel: 'warn' });
  tellWorker();
  await compress();
  const tooLarge = faultsOfBudget(output);
  if (tooLarge.length === 0) writeFileSync(mark, state);
  return tooLarge;
}

/** Tells the service worker what the page consists of. */
function tellWorker() {
  const worker = join(output, 'service-worker.js');
  const { entry, files } = filesOfScreens(output);
  const version = createHash('sha256')
    .update(readFileSync(join(output, 'index.html')))
    .update(files.join('\n'))
    .digest('hex')
    .slice(0, 16);
  const built = { version, entry: `/${entry}`, files: files.map((file) => `/${file}`) };
  const text = readFileSync(worker, 'utf8');
  if (!text.includes('__BUILT__')) throw new Error('The service worker has no place for what is built.');
  writeFileSync(worker, text.replaceAll('__BUILT__', JSON.stringify(built)));
}

const compressible = '**/*.{css,js,json,svg,txt,webmanifest}';
const least = 512;

async function compress() {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const files = globSync(compressible, { cwd: output }).map((name) => join(output, name));
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      if (bytes.length < least) return;
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, brotli));
      writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
