import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { pageFilesIn } from './page-files';
import { servePage } from './serve-page';

let folder: string;
let server: FastifyInstance;

const script = 'console.log("page");';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'service-worker.js'), script);
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, '.built-from'), 'what nobody needs to see');
  const files = pageFilesIn(folder);
  if (!files) throw new Error('there is a page');
  server = fastify();
  servePage(server, { files, settings: { signIn: { kind: 'token' } } });
  server.get('/v1/known', () => ({ known: true }));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const asBrowser = { accept: 'text/html,*/*' };
const get = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers });

test('a folder without a page is none', () => {
  expect(pageFilesIn(join(folder, 'assets'))).toBeUndefined();
});

describe('the page', () => {
  test.each(['/', '/requests', '/cases/0198?mend=1'])('answers at %s, for a browser', async (url) => {
    const { statusCode, headers, body } = await get(url, asBrowser);
    const nonce = /content="([\w-]{22})"/.exec(body)?.[1] ?? '';
    expect([statusCode, headers['cache-control'], headers['content-type']]).toEqual([
      200,
      'no-cache',
      'text/html; charset=utf-8',
    ]);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  test('has another nonce in each answer', async () => {
    expect((await get('/', asBrowser)).body).not.toBe((await get('/', asBrowser)).body);
  });

  test.each(['/v1/unknown', '/docs/x', '/health/x', '/assets/gone-3c4d.js', '/openapi.json'])(
    'does not stand in for %s',
    async (url) => expect((await get(url, asBrowser)).statusCode).toBe(404),
  );

  test('is not what a program is given that asks for something unknown', async () => {
    expect((await get('/requests', { accept: 'application/json' })).statusCode).toBe(404);
  });

  test('leaves to the service what the service knows', async () => {
    expect((await get('/v1/known', asBrowser)).json()).toEqual({ known: true });
  });

  test('is told its settings', async () => {
    expect((await get('/settings.json')).json()).toEqual({ signIn: { kind: 'token' } });
  });
});

describe('a file', () => {
  test('whose name holds its digest is kept for ever, and comes compressed to who takes that', async () => {
    const { headers, rawPayload } = await get('/assets/main-1a2b.js', {
      'accept-encoding': 'gzip, br;q=0.9',
    });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    expect(brotliDecompressSync(rawPayload).toString()).toBe(script);
  });

  test.each(['', 'gzip', 'br;q=0', 'identity'])('comes as it is to who takes %j', async (accepted) => {
    const { headers, body } = await get('/assets/main-1a2b.js', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], body]).toEqual([undefined, script]);
  });

  test('may ask for nothing itself, but for the service worker, which keeps the page', async () => {
    const policyAt = async (url: string) => (await get(url)).headers['content-security-policy'];
    expect(await policyAt('/icon.svg')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(await policyAt('/service-worker.js')).toBe(
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    );
  });

  test('that the reader has is not sent again', async () => {
    const { headers } = await get('/icon.svg');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get('/icon.svg', { 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each(['/.built-from', '/assets/main-1a2b.js.br', '/../package.json', '/assets/..%2f.built-from'])(
    'that is none of the page, such as %s, is not there',
    async (url) => expect((await get(url)).statusCode).toBe(404),
  );
});
