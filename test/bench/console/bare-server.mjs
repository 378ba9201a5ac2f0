// Builds the bare page and serves it as the exchange serves its own: compressed, by the same code. Arguments: dist, a folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fastify } from 'fastify';
import { build } from 'vite';

const [dist, folder] = process.argv.slice(2);
await build({
  root: join(import.meta.dirname, 'bare-page'),
  configFile: false,
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
});
for (const name of readdirSync(join(folder, 'assets'))) {
  const file = join(folder, 'assets', name);
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}

const { pageFilesIn, servePage } = createRequire(import.meta.url)(join(dist, 'libs', 'page', 'src'));
const server = fastify({ forceCloseConnections: true });
servePage(server, { files: pageFilesIn(folder), settings: { signIn: { kind: 'token' } } });
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => server.close());
