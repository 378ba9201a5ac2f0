import { gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { compress } from './compressed.hook';

const lines = Array.from({ length: 200 }, (_, line) => ({ line, status: 'answered' }));
const server = fastify();
server.addHook('onSend', compress);
server.get('/list', () => ({ items: lines }));
server.get('/short', () => ({ items: [] }));
server.get('/tagged', (_, reply) => reply.header('etag', '"3-abc"').send({ items: lines }));
server.post('/list', () => ({ items: lines }));
afterAll(() => server.close());

const codingOf = async (url: string, accepted: string, method: 'GET' | 'POST' | 'HEAD' = 'GET') => {
  const { headers } = await server.inject({ url, method, headers: { 'accept-encoding': accepted } });
  return headers['content-encoding'];
};

test('a list comes compressed to who takes that, and says the same', async () => {
  const { headers, rawPayload } = await server.inject({
    url: '/list',
    headers: { 'accept-encoding': 'br, gzip;q=0.8' },
  });
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/json; charset=utf-8',
    vary: 'accept-encoding',
    'content-length': String(rawPayload.length),
  });
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual({ items: lines });
  expect(rawPayload.length).toBeLessThan(JSON.stringify({ items: lines }).length / 5);
});

test.each(['', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0', 'x-gzip'])(
  'and as it is to who takes %j',
  async (accepted) => expect(await codingOf('/list', accepted)).toBeUndefined(),
);

test('a cache is told that it may come either way', async () => {
  expect((await server.inject('/list')).headers['vary']).toBe('accept-encoding');
});

test.each([
  ['what is short', '/short', 'GET'],
  ['what a tag names byte by byte', '/tagged', 'GET'],
  ['what a command answers', '/list', 'POST'],
] as const)('%s stays as it is', async (_, url, method) => {
  expect(await codingOf(url, 'gzip', method)).toBeUndefined();
});
