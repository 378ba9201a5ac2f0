import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { photographsIn } from '@vestigo/photographs';
import { CANARY, noise, tellingPhotograph } from '@vestigo/photographs/testing';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { digestOf, type Kept, photographsArrive, sendBytes, sendPhotograph, shown } from './photographs';
import { imported } from './imports';
import { refusalIn } from './problem';
import { type Matter, matterAt, sparseRequest, submitted } from './matters';

jest.setTimeout(300_000);

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
const served = (desk: Desk, { sha256 }: Kept) => desk.bytes(`/v1/photographs/${sha256}`);

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
  const { sha256 } = kept;
  const photographs = [{ ...shown(kept), item: 1 }];
  const id = await submitted(jamaica, { ...sparseRequest, photographs });
  await eventually(() => photographsArrive(usa, id));
  const listed = [
    { ...photographs[0], width: 400, height: 400, arrived: true, href: `/v1/photographs/${sha256}` },
  ];
  const list = `/v1/photographs?request=${id}`;
  for (const [desk, matter] of [
    [jamaica, `/v1/requests/${id}`],
    [usa, `/v1/cases/${id}`],
  ] as const) {
    expect((await matterAt(desk, matter)).photographs).toEqual(listed);
    expect((await desk.get(list)).body).toEqual({ items: listed });
  }
  expect(await served(usa, kept)).toEqual(await served(jamaica, kept));
  const kenya = await exchange.desk('officer', 'KEN');
  expect((await kenya.get(list)).body).toEqual({ items: [] });
  expect(refusalIn(await kenya.get(`/v1/photographs/${sha256}`))).toEqual([404, 'photograph-not-found']);
  for (const role of ['liaison', 'coordinator'] as const) {
    const reader = await exchange.desk(role, role === 'liaison' ? 'USA' : null);
    const { body, text } = await reader.get<Matter>(`/v1/cases/${id}`);
    expect([body.photographs, text.includes(sha256)]).toEqual([undefined, false]);
  }
});

describe('a request that names a photograph which its State has not sent in', () => {
  const nobodys = { sha256: '0'.repeat(64), mediaType: 'image/png', bytes: 9, view: 'LEFT' };
  const named = { ...sparseRequest, photographs: [nobodys] };
  const told = [
    {
      pointer: '/photographs/0/sha256',
      detail:
        'must be the digest of a photograph that your State has sent in: send it with POST /v1/photographs, and give the digest that this answers with',
    },
  ];
  const refused = { status: 422, code: 'photographs-not-kept', errors: told };

  test('is not sent', async () => {
    expect((await jamaica.post('/v1/requests', named)).body).toMatchObject(refused);
  });
  test('is not sent for one that only another State has', async () => {
    const { body: theirs } = await sendPhotograph(usa, 'green');
    const { body } = await jamaica.post('/v1/requests', { ...sparseRequest, photographs: [shown(theirs)] });
    expect(body).toMatchObject(refused);
  });
  test('is a draft, and is not sent as long as it does', async () => {
    const { arm, ...fields } = named;
    const draft = { ...fields, items: [{ kind: 'ARM', ...arm }] };
    const id = await submitted(jamaica, draft, '/v1/requests/drafts');
    const { photographs = [] } = await matterAt(jamaica, `/v1/requests/${id}`, 'draft');
    expect(photographs).toEqual([{ ...nobodys, arrived: false, href: `/v1/photographs/${nobodys.sha256}` }]);
    expect((await jamaica.post(`/v1/requests/${id}/submission`, {})).body).toMatchObject(refused);
    const { body: kept } = await sendPhotograph(jamaica, 'black');
    await jamaica.put(`/v1/requests/${id}/draft`, { ...draft, photographs: [shown(kept)] });
    expect((await jamaica.post(`/v1/requests/${id}/submission`, {})).status).toBe(200);
    await eventually(() => photographsArrive(usa, id));
  });
  test('is told with its line in a file of many', async () => {
    const { body: kept } = await sendPhotograph(jamaica, 'white');
    const file = [{ ...sparseRequest, photographs: [shown(kept)] }, named].map((one) => JSON.stringify(one));
    const progress = await imported(jamaica, file.join('\n'), {
      mode: 'valid-only',
      type: 'application/x-ndjson',
    });
    expect(progress).toMatchObject({ status: 'sent', sent: 1, skipped: 1 });
    const [{ pointer, detail: remedy }] = told as [(typeof told)[number]];
    expect(progress.report).toEqual([{ line: 2, pointer, found: 'a text of 64 characters', remedy }]);
  });
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
    expect([bytes.length, digestOf(bytes)]).toEqual([kept.bytes, kept.sha256]);
  }
  let kept = 0;
  for await (const { sha256, file } of photographsIn([join(folder, 'photographs')])) {
    expect(digestOf(await readFile(file))).toBe(sha256);
    kept += 1;
  }
  expect(kept).toBeGreaterThanOrEqual(confirmed.length);
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
