import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { consoleOn } from './serve-console';

/** A service that says what it was asked, and knows no photograph unless it is that of the responding desk. */
function serviceCalled(name: string): Promise<Server> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, headers } = request;
      const has = !url?.includes('photographs') || name === 'responding';
      response.writeHead(has ? 200 : 404, { 'content-type': 'application/json', etag: '"7"' });
      response.end(JSON.stringify({ name, method, url, body, token: headers.authorization }));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const addressOf = (server: Server) => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

let services: readonly Server[];
let server: FastifyInstance;

beforeAll(async () => {
  const [requesting, responding, oversight] = await Promise.all([
    serviceCalled('requesting'),
    serviceCalled('responding'),
    serviceCalled('oversight'),
  ]);
  services = [requesting, responding, oversight];
  server = consoleOn(
    {
      host: '127.0.0.1',
      port: 0,
      settings: { signIn: { kind: 'token' } },
      upstreams: {
        requesting: addressOf(requesting),
        responding: addressOf(responding),
        oversight: addressOf(oversight),
      },
    },
    { index: '<title>Vestigo</title>', byAddress: new Map() },
  );
});
afterAll(async () => {
  await server.close();
  for (const service of services) service.close();
});

test.each([
  ['/v1/requests?limit=1', 'requesting'],
  ['/v1/imports/7', 'requesting'],
  ['/v1/traces/7', 'requesting'],
  ['/v1/cases', 'responding'],
  ['/v1/participants/JAM', 'oversight'],
  ['/v1/oversight/pairs', 'oversight'],
  ['/v1/photographs/ab', 'responding'],
])('%s is answered by the service that knows it: %s', async (url, name) => {
  const { statusCode, headers, body } = await server.inject({ url, headers: { authorization: 'Bearer x' } });
  expect([statusCode, headers['etag'], JSON.parse(body)]).toEqual([
    200,
    '"7"',
    { name, method: 'GET', url, body: '', token: 'Bearer x' },
  ]);
});

test('a body goes on as it came', async () => {
  const { body } = await server.inject({
    method: 'POST',
    url: '/v1/requests',
    payload: { priority: 'URGENT' },
  });
  expect(JSON.parse(body)).toMatchObject({
    name: 'requesting',
    method: 'POST',
    body: '{"priority":"URGENT"}',
  });
});

test('what no service answers is a problem, and everything else is the page', async () => {
  const unknown = await server.inject({ url: '/v1/unknown', headers: { accept: 'text/html' } });
  expect([unknown.statusCode, unknown.json<{ readonly code: string }>().code]).toEqual([
    404,
    'unknown-route',
  ]);
  const screen = await server.inject({ url: '/cases', headers: { accept: 'text/html' } });
  expect([screen.statusCode, screen.body]).toEqual([200, '<title>Vestigo</title>']);
});

test('a service that is away is said to be away', async () => {
  const [requesting] = services;
  requesting?.closeAllConnections();
  await new Promise((resolve) => requesting?.close(resolve));
  const { statusCode, headers } = await server.inject({ url: '/v1/requests' });
  expect([statusCode, headers['content-type'], headers['retry-after']]).toEqual([
    503,
    'application/problem+json',
    '1',
  ]);
});
