import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'page');

/** While a screen is being written, `npx vite --config apps/console/vite.config.mjs` serves it anew at each change. */
const exchange = 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/v1': exchange, '/settings.json': exchange } },
  build: {
    outDir: join(import.meta.dirname, '..', '..', 'dist', 'console'),
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      input: [join(root, 'index.html'), join(root, 'worker', 'service-worker.ts')],
      output: {
        // Its scope is all that lies beside it, and its address stays.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
    target: 'es2022',
    // The security policy lets no data address be a script, and a file of its own is cached.
    assetsInlineLimit: 0,
    // The size that counts is the compressed one, which infra/console-budget.mjs holds to.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
