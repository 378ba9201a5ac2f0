// Writes dist/api/openapi.json and dist/api/schema.d.ts: the API of the exchange as the page of apps/console knows it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTs, { astToString } from 'openapi-typescript';
import { compile } from './build.mjs';
import { root } from './workspace.mjs';

const output = join(root, 'dist', 'api');
const mark = join(output, '.built-from');

/** Does nothing when they are there for what dist was built from; resolves with the exit code. */
export async function writeApi() {
  const code = await compile();
  if (code !== 0) return code;
  const state = readFileSync(join(root, 'dist', '.built-from'), 'utf8');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return 0;
  mkdirSync(output, { recursive: true });
  const document = await documentOfExchange();
  writeFileSync(join(output, 'openapi.json'), JSON.stringify(document, null, 2));
  writeFileSync(join(output, 'schema.d.ts'), astToString(await openapiTs(document)));
  writeFileSync(mark, state);
  return 0;
}

async function documentOfExchange() {
  const { serveExchange } = createRequire(import.meta.url)(
    join(root, 'dist', 'apps', 'exchange', 'src', 'serve-exchange.js'),
  );
  const data = mkdtempSync(join(tmpdir(), 'vestigo-api-'));
  const config = { host: '127.0.0.1', port: 0, data };
  const { address, stop } = await serveExchange(config, { thread: 'same', openSignIn: true });
  try {
    return await (await fetch(`${address}/openapi.json`)).json();
  } finally {
    await stop();
    rmSync(data, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await writeApi();
