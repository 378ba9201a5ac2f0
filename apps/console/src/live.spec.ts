import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { eventually } from '@vestigo/kernel/testing';
import { consoleOn } from './serve-console';

/** A service whose stream says what the test lets it say. */
class Teller {
  readonly streams: ServerResponse[] = [];
  readonly places: (string | undefined)[] = [];
  status = 200;
  readonly #server: Server;

  constructor(private readonly kind: string) {
    this.#server = createServer((request, response) => {
      this.places.push(request.headers['last-event-id']?.toString());
      const isStream = request.headers.accept === 'text/event-stream';
      response.writeHead(this.status, {
        'content-type': isStream ? 'text/event-stream' : 'application/json',
      });
      if (this.status === 200 && isStream) {
        response.flushHeaders();
        this.streams.push(response);
      } else response.end(JSON.stringify({ at: '7', again: false, [this.kind]: ['a'], code: 'refused' }));
    });
  }

  async listen(): Promise<URL> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return new URL(`http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`);
  }

  say(text: string): void {
    this.streams.at(-1)?.write(text);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

let tellers: readonly [Teller, Teller, Teller];
let server: FastifyInstance;
let address: string;
const leaving = new AbortController();

beforeEach(async () => {
  tellers = [new Teller('requests'), new Teller('cases'), new Teller('oversight')];
  const [requesting, responding, oversight] = await Promise.all([
    tellers[0].listen(),
    tellers[1].listen(),
    tellers[2].listen(),
  ]);
  const upstreams = { requesting, responding, oversight };
  server = consoleOn(
    { host: '127.0.0.1', port: 0, settings: { signIn: { kind: 'token' } }, upstreams },
    { index: '', byAddress: new Map() },
  );
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await server.close();
  for (const teller of tellers) teller.close();
});
afterAll(() => {
  leaving.abort();
});

async function listening(headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${address}/v1/live`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  const reader = { response, text: '', ended: false };
  void (async () => {
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) reader.text += text;
    reader.ended = true;
  })();
  if (response.ok) await eventually(() => expect(reader.text).toBe(': here\n\n'));
  reader.text = '';
  return reader;
}

test('what three services tell is one stream, at once, whose place is that of each', async () => {
  const reader = await listening();
  expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const [requesting, responding, oversight] = tellers;
  requesting.say('id: 5\nevent: change\ndata: {"requests":["a"]}\n\n');
  await eventually(() => expect(reader.text).toBe('id: 5..\nevent: change\ndata: {"requests":["a"]}\n\n'));
  reader.text = '';
  oversight.say('id: 31\nevent: ch');
  responding.say(': here\nid: 2\n\n');
  await eventually(() => expect(reader.text).toBe(': here\nid: 5.2.\n\n'));
  reader.text = '';
  oversight.say('ange\ndata: {}\n\n');
  await eventually(() => expect(reader.text).toBe('id: 5.2.31\nevent: change\ndata: {}\n\n'));
  expect(tellers.map(({ places }) => places)).toEqual([[undefined], [undefined], [undefined]]);
});

test('each service goes on from its own place, and one that has none says so', async () => {
  const reader = await listening({ 'last-event-id': '5..31' });
  expect(tellers.map(({ places }) => places)).toEqual([['5'], ['unknown'], ['31']]);
  tellers[0].say(': here\nid: 6\n\n');
  await eventually(() => expect(reader.text).toBe(': here\nid: 6..31\n\n'));
});

test('the stream ends with that of any service', async () => {
  const reader = await listening();
  tellers[1].streams[0]?.end();
  await eventually(() => expect(reader.ended).toBe(true));
  await eventually(() => expect(tellers[0].streams[0]?.destroyed).toBe(true));
});

test('a service that does not serve the reader is left out, and a refusal of the reader goes on', async () => {
  tellers[1].status = 403;
  const reader = await listening();
  tellers[2].say(': here\nid: 9\n\n');
  await eventually(() => expect(reader.text).toBe(': here\nid: ..9\n\n'));
  tellers[0].status = 401;
  expect((await listening()).response.status).toBe(401);
  tellers[0].close();
  expect((await listening()).response.status).toBe(503);
});

test('asked now and then, it answers for all', async () => {
  const answer = await fetch(`${address}/v1/live`);
  expect(await answer.json()).toEqual({
    ...{ at: '7.7.7', again: false },
    ...{ requests: ['a'], cases: ['a'], oversight: ['a'], imports: [] },
  });
});

test('a console that is told to stop ends its streams', async () => {
  const reader = await listening();
  await server.close();
  await eventually(() => expect(reader.ended).toBe(true));
});
