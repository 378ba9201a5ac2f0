import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { CANARY, noise, tellingPhotograph } from '@vestigo/photographs/testing';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { type Kept, sendBytes, sendPhotograph } from './photographs';
import { refusalIn } from './problem';
import { sparseRequest, submitted } from './matters';

let exchange: ExchangeProcess;
let folder: string;
let jamaica: Desk;
let usa: Desk;

beforeAll(async () => {
  folder = await temporaryFolder();
  exchange = await ExchangeProcess.started(folder, '--no-demo');
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});
afterAll(processesEnd);

async function filesIn(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(name)] as const)));
}

/** The bytes of a photograph as they are served. */
async function served(desk: Desk, { sha256 }: Kept): Promise<Buffer> {
  const { token = '' } = desk;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${exchange.address}/v1/photographs/${sha256}`, { headers });
  return Buffer.from(await answer.arrayBuffer());
}

test.each(['jpeg', 'png', 'webp'] as const)(
  'where a photograph in %s was taken, and by what, is nowhere in the exchange',
  async (kind) => {
    const original = await tellingPhotograph(kind);
    // The header may say what it likes: the bytes say what they are.
    const { status, body, headers } = await sendBytes(jamaica, original, 'image/png');
    expect([status, body.mediaType]).toEqual([201, `image/${kind}`]);
    expect(headers.get('location')).toBe(`/v1/photographs/${body.sha256}`);
    const bytes = await served(jamaica, body);
    expect([bytes.length, bytes.includes(CANARY), bytes.includes('Exif')]).toEqual([
      body.bytes,
      false,
      false,
    ]);
    for (const [name, content] of await filesIn(folder)) {
      expect({ name, tells: content.includes(CANARY) }).toEqual({ name, tells: false });
    }
    expect(exchange.out + exchange.err).not.toContain(CANARY);
  },
);

test('a photograph is kept once, and only the State that sent it in sees it', async () => {
  const [first, second] = [await sendPhotograph(jamaica, 'blue'), await sendPhotograph(jamaica, 'blue')];
  expect(second.body).toEqual(first.body);
  const path = `/v1/photographs/${first.body.sha256}`;
  const answer = await jamaica.get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(refusalIn(await usa.get(path))).toEqual([404, 'photograph-not-found']);
});

test('photographs of a request come to the State asked, and to nobody else', async () => {
  const { body: kept } = await sendBytes(jamaica, await noise(400), 'image/png');
  const { sha256, mediaType, bytes } = kept;
  const missing = { sha256: '0'.repeat(64), mediaType, bytes, view: 'RIGHT' };
  const photographs = [{ sha256, mediaType, bytes, view: 'LEFT', item: 1 }, missing];
  const id = await submitted(jamaica, { ...sparseRequest, photographs });
  const list = `/v1/photographs?request=${id}`;
  const arrived = [
    { ...photographs[0], arrived: true },
    { ...missing, arrived: false },
  ];
  await eventually(async () => {
    expect((await usa.get(list)).body).toEqual({ items: arrived });
  });
  expect(await served(usa, kept)).toEqual(await served(jamaica, kept));
  const kenya = await exchange.desk('officer', 'KEN');
  expect((await kenya.get(list)).body).toEqual({ items: [] });
  expect(refusalIn(await kenya.get(`/v1/photographs/${sha256}`))).toEqual([404, 'photograph-not-found']);
});

test('what is no photograph is refused, by its bytes and by its size', async () => {
  expect(refusalIn(await sendBytes(jamaica, Buffer.from('<svg/>')))).toEqual([422, 'photograph-unreadable']);
  expect(await statusOfAnnounced(10 * 1024 * 1024 + 1)).toBe(413);
  expect(refusalIn(await jamaica.post('/v1/photographs', {}))).toEqual([415, 'unsupported-media-type']);
  expect(refusalIn(await jamaica.ask('POST', '/v1/photographs'))).toEqual([415, 'unsupported-media-type']);
  const picture = new Uint8Array(await tellingPhotograph('png'));
  const asRequest = { body: picture, headers: { 'content-type': 'image/png' } };
  expect(refusalIn(await jamaica.ask('POST', '/v1/requests', asRequest))).toEqual([
    415,
    'unsupported-media-type',
  ]);
});

test('after kill -9 every photograph that was confirmed is whole, and none is there in part', async () => {
  const pictures = await Promise.all(Array.from({ length: 12 }, (_, index) => noise(300 + index)));
  const confirmed: Kept[] = [];
  const sending = Promise.allSettled(
    pictures.map(async (picture) => confirmed.push((await sendBytes(jamaica, picture, 'image/png')).body)),
  );
  while (confirmed.length < 4) await Promise.race([sending, new Promise(setImmediate)]);
  await exchange.end('SIGKILL');
  await sending;
  exchange = await ExchangeProcess.started(folder, '--no-demo');
  jamaica = await exchange.desk('officer', 'JAM');
  for (const kept of confirmed) {
    const bytes = await served(jamaica, kept);
    expect([bytes.length, await digestOf(bytes)]).toEqual([kept.bytes, kept.sha256]);
  }
  for (const [name, content] of await filesIn(join(folder, 'photographs'))) {
    if (name.endsWith('.draft')) continue;
    expect(name.endsWith(await digestOf(content))).toBe(true);
  }
});

/** What is answered to so many bytes before one of them is sent. */
async function statusOfAnnounced(length: number): Promise<number | undefined> {
  const { token = '' } = jamaica;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'content-length': length };
  const sent = request(`${exchange.address}/v1/photographs`, { method: 'POST', headers });
  sent.flushHeaders();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  sent.destroy();
  return answer.statusCode;
}

async function digestOf(bytes: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
}
