import { eventually } from '@vestigo/kernel/testing';
import { type Desk, linesOf } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { type Matter, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { problemIn, refusalIn } from './problem';

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});
afterAll(() => exchange.close());

async function received(): Promise<string> {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  return id;
}

describe('a command under If-Match', () => {
  const acknowledge = (id: string, ifMatch: string) =>
    usa.post<MatterState>(`/v1/cases/${id}/acknowledgement`, {}, { 'if-match': ifMatch });

  test('acts on the version that was seen', async () => {
    const id = await received();
    const { headers } = await usa.get(`/v1/cases/${id}`);
    expect((await acknowledge(id, headers.get('etag') ?? '')).body).toEqual({
      id,
      version: 2,
      status: 'acknowledged',
    });
  });
  test('of an older version is refused and told which one is there', async () => {
    const id = await received();
    await acknowledge(id, '"1"');
    const answer = await acknowledge(id, '"1"');
    expect(refusalIn(answer)).toEqual([412, 'version-conflict']);
    expect(problemIn(answer).detail).toContain('Its version is 2, not 1.');
  });
  test('is done once, however many see the same version', async () => {
    const id = await received();
    const sent = await Promise.all(Array.from({ length: 8 }, () => acknowledge(id, '"1"')));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });
  test.each(['1', 'W/"1"', '*', '"one"', '""', '"1", "2"', '"-1"', '"01"'])(
    'that reads %p is refused as malformed',
    async (ifMatch) => {
      expect(refusalIn(await acknowledge(await received(), ifMatch))).toEqual([422, 'if-match-malformed']);
    },
  );
});

describe('a reader who has the version already', () => {
  test.each<[string, (tag: string) => string]>([
    ['its tag', (tag) => tag],
    ['its tag as a weak one', (tag) => `W/${tag}`],
    ['its tag among others', (tag) => `"7", ${tag}`],
    ['any', () => '*'],
  ])('says %s and gets 304 without a body, of GET and of HEAD', async (_, said) => {
    const path = `/v1/cases/${await received()}`;
    const first = await usa.get(path);
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, tag]).toEqual([200, expect.stringMatching(/^"1-/)]);
    for (const method of ['GET', 'HEAD']) {
      const second = await usa.ask(method, path, { headers: { 'if-none-match': said(tag) } });
      expect([second.status, second.text, second.headers.get('etag')]).toEqual([304, '', tag]);
    }
  });
  test('gets the whole once it has changed', async () => {
    const id = await received();
    const { headers } = await usa.get(`/v1/cases/${id}`);
    await usa.post(`/v1/cases/${id}/acknowledgement`, {});
    const seen = { 'if-none-match': headers.get('etag') ?? '' };
    const answer = await usa.get<Matter>(`/v1/cases/${id}`, seen);
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
  });
  test('who may not see it learns nothing from its tag', async () => {
    const path = `/v1/cases/${await received()}`;
    const kenya = await exchange.desk('officer', 'KEN');
    expect(refusalIn(await kenya.get(path, { 'if-none-match': '"1"' }))).toEqual([404, 'case-not-found']);
  });
});

describe('a list', () => {
  test('shows every request once, newest first, while new ones come in', async () => {
    const barbados = await exchange.desk('officer', 'BRB');
    const sent: string[] = [];
    for (let index = 0; index < 23; index += 1) sent.push(await submitted(barbados));
    await eventually(async () => {
      expect(await linesOf(barbados, '/v1/requests')).toHaveLength(23);
    });
    const first = await barbados.get<{ items: readonly Matter[]; next: string }>('/v1/requests?limit=5');
    await submitted(barbados);
    await eventually(async () => {
      expect(await linesOf(barbados, '/v1/requests')).toHaveLength(24);
    });
    const seen = first.body.items.map(({ id }) => id);
    for (let cursor: string | null = first.body.next; cursor !== null;) {
      const page: { readonly items: readonly Matter[]; readonly next: string | null } = (
        await barbados.get<typeof page>(`/v1/requests?limit=5&cursor=${cursor}`)
      ).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(sent.toReversed());
  });
  test('of all States is walked once from end to end', async () => {
    const codes = (await linesOf<{ readonly code: string }>(jamaica, '/v1/participants', 40)).map(
      ({ code }) => code,
    );
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toEqual(expect.arrayContaining(['AFG', 'JAM', 'USA', 'ZWE']));
  });
  test.each([
    ['limit=0', '/limit'],
    ['limit=201', '/limit'],
    ['limit=ten', '/limit'],
    ['limit=1.5', '/limit'],
    ['cursor=', '/cursor'],
    ['status=lost', '/status'],
    ['colour=red', '/colour'],
  ])('asked for with %s is refused', async (query, pointer) => {
    expect(refusalIn(await jamaica.get(`/v1/requests?${query}`))).toEqual([
      422,
      'validation-failed',
      pointer,
    ]);
  });
  test.each(['x', 'WyJ4Il0', 'WzEsMl0', 'e30'])(
    'with the cursor %s of no list is refused',
    async (cursor) => {
      expect(refusalIn(await jamaica.get(`/v1/requests?cursor=${cursor}`))).toEqual([
        422,
        'cursor-malformed',
        '/cursor',
      ]);
    },
  );
});

describe('what cannot be served', () => {
  const unknown = '01900000-0000-7000-8000-000000000000';
  const large = JSON.stringify({ ...sparseRequest, circumstances: 'x'.repeat(1024 * 1024) });
  const json = { 'content-type': 'application/json' };

  test.each<[string, string, string, string | Uint8Array<ArrayBuffer> | undefined, object, [number, string]]>(
    [
      ['a request nobody knows', 'GET', `/v1/requests/${unknown}`, undefined, {}, [404, 'request-not-found']],
      ['a case nobody knows', 'GET', `/v1/cases/${unknown}`, undefined, {}, [404, 'case-not-found']],
      ['an id that is none', 'GET', '/v1/requests/..%2f..%2fetc', undefined, {}, [404, 'request-not-found']],
      ['a State that is none', 'GET', '/v1/participants/XYZ', undefined, {}, [404, 'participant-not-found']],
      ['an address nobody knows', 'GET', '/v1/nothing', undefined, {}, [404, 'unknown-route']],
      ['an address under another', 'GET', '/v1/requests/', undefined, {}, [404, 'unknown-route']],
      ['a method nobody knows', 'DELETE', '/v1/requests', undefined, {}, [405, 'method-not-allowed']],
      ['JSON cut short', 'POST', '/v1/requests', '{"priority":', json, [400, 'malformed-json']],
      ['no body at all', 'POST', '/v1/requests', '', json, [400, 'malformed-json']],
      [
        'a key that would reach a prototype',
        'POST',
        '/v1/requests',
        '{"__proto__":{}}',
        json,
        [400, 'malformed-json'],
      ],
      [
        'bytes that are no UTF-8',
        'POST',
        '/v1/requests',
        new Uint8Array([0x22, 0xff, 0x22]),
        json,
        [400, 'malformed-json'],
      ],
      ['a list for a body', 'POST', '/v1/requests', '[]', json, [422, 'validation-failed']],
      ['null for a body', 'POST', '/v1/requests', 'null', json, [422, 'validation-failed']],
      ['a body too large', 'POST', '/v1/requests', large, json, [413, 'body-too-large']],
      [
        'plain text',
        'POST',
        '/v1/requests',
        '{}',
        { 'content-type': 'text/plain' },
        [415, 'unsupported-media-type'],
      ],
      [
        'a form',
        'POST',
        '/v1/requests',
        'a=b',
        { 'content-type': 'application/x-www-form-urlencoded' },
        [415, 'unsupported-media-type'],
      ],
    ],
  )('%s is told in problem details', async (_, method, path, body, headers, refusal) => {
    const answer = await jamaica.ask(method, path, {
      headers: { ...headers },
      ...(body !== undefined && { body }),
    });
    expect(refusalIn(answer).slice(0, 2)).toEqual(refusal);
    expect(problemIn(answer).instance).toBe(path);
  });
});
