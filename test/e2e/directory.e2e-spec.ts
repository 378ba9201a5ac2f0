import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { problemIn } from './problem';

interface Contacts {
  readonly version: number;
  readonly items: readonly { readonly number: number; readonly email: string }[];
}

const day = 86_400_000;
const start = Date.UTC(2026, 2, 15, 12);
const iso = (at: number) => new Date(at).toISOString();
const contact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [0, 6],
};

let exchange: ExchangeHere;
let jamaica: Desk;
let kenya: Desk;
let secretariat: Desk;

beforeEach(async () => {
  exchange = await openExchangeHere(start);
  jamaica = await exchange.desk('officer', 'JAM');
  kenya = await exchange.desk('officer', 'KEN');
  secretariat = await exchange.desk('coordinator', null);
});
afterEach(() => exchange.close());

const inForce = async () =>
  (await jamaica.get<{ readonly pointOfContact: { readonly email: string } | null }>('/v1/participants/JAM'))
    .body.pointOfContact?.email;

test('points of contact relieve each other on the day that was said; what was known before can be read again', async () => {
  expect((await jamaica.put('/v1/participants/JAM/point-of-contact', contact)).status).toBe(200);
  const next = { ...contact, email: 'next@jam.example', validFrom: iso(start + 10 * day) };
  const added = await jamaica.post<Contacts>('/v1/participants/JAM/points-of-contact', next);
  expect([added.status, added.body.version, added.body.items.map(({ number }) => number)]).toEqual([
    201,
    2,
    [1, 2],
  ]);
  await eventually(async () => expect(await inForce()).toBe('npc@jam.example'));
  exchange.clock.now = start + 10 * day;
  await eventually(async () => expect(await inForce()).toBe('next@jam.example'));

  const later = { ...next, validFrom: iso(start + 20 * day), reason: 'The new desk opens later.' };
  const path = '/v1/participants/JAM/points-of-contact';
  expect((await secretariat.put(`${path}/2`, later)).status).toBe(200);
  await eventually(async () => expect(await inForce()).toBe('npc@jam.example'));

  const asKnown = async (query: string) => (await kenya.get<Contacts>(`${path}?${query}`)).body;
  expect(await asKnown('version=2')).toEqual(added.body);
  expect(await asKnown(`knownAt=${iso(start + day)}`)).toEqual(added.body);
  expect((await asKnown('')).version).toBe(3);
  const history = await kenya.get<{ readonly items: readonly object[] }>(
    '/v1/participants/JAM/history?limit=2',
  );
  expect(history.body).toMatchObject({
    items: [
      { type: 'PointOfContactRegistered' },
      { type: 'PointOfContactRegistered', recordedAt: iso(start) },
    ],
    next: expect.any(String) as string,
  });
});

test('a State says which desk may act for it, and when that ends', async () => {
  const delegation = {
    desk: 'NCB-KINGSTON',
    body: 'INTERPOL National Central Bureau Kingston',
    acts: ['remind', 'comment'],
  };
  const made = await jamaica.post('/v1/participants/JAM/delegations', delegation);
  expect(made.status).toBe(201);
  const entry = { number: 1, ...delegation, from: iso(start), to: null };
  expect(made.body).toEqual({ code: 'JAM', version: 1, items: [entry] });
  const ended = await jamaica.post('/v1/participants/JAM/delegations/1/end', { to: iso(start + day) });
  expect([ended.status, ended.body]).toEqual([
    200,
    { code: 'JAM', version: 2, items: [{ ...entry, to: iso(start + day) }] },
  ]);
  const answering = await jamaica.post('/v1/participants/JAM/delegations', {
    ...delegation,
    acts: ['answer'],
  });
  expect([answering.status, problemIn(answering).code]).toEqual([422, 'validation-failed']);
});

test('a liaison desk reads the directory, and elsewhere finds nothing where nothing is delegated to it', async () => {
  const desk = await exchange.liaisonDesk('NCB-KINGSTON');
  const { body: document } = await desk.get<{
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly description?: string }>>>>;
  }>('/openapi.json');
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { description = '' }]) => ({ path, method, description })),
  );
  for (const { path, method, description } of operations) {
    if (!description.includes('Roles:')) continue;
    const address = path.replace('{code}', 'JAM').replace(/\{\w+\}/g, '1');
    const answer = await desk.ask(method.toUpperCase(), address, method === 'get' ? {} : { body: '{}' });
    const open = description.includes('liaison-desk');
    // A body of a type that is not read is refused before it is asked who sends it.
    const shut = answer.status === 403 || answer.status === 415;
    expect([path, method, shut]).toEqual([path, method, !open]);
    // What is told live holds nothing but what is delegated; who asks is told who it is.
    const told = path.startsWith('/v1/participants') || path === '/v1/live' || path === '/v1/actor';
    const found = told ? 200 : 404;
    if (open && method === 'get') expect([path, answer.status]).toEqual([path, found]);
  }
});

test('whom to ask follows from the marks, by the practices that States tell each other', async () => {
  const practice = {
    kind: 'STATE_STOCK_MARK',
    mark: '★ KE * *',
    source: 'National report 2018',
    verified: false,
  };
  expect((await secretariat.post('/v1/participants/KEN/marking-practices', practice)).status).toBe(201);
  const factory = {
    kind: 'FACTORY_MARK',
    mark: 'TRIANGLE_56',
    source: 'National report 2020',
    verified: true,
  };
  expect((await secretariat.post('/v1/participants/CHN/marking-practices', factory)).status).toBe(201);
  const canary = 'MARK-THAT-STAYS-HERE';
  const arm = {
    factoryMarks: ['TRIANGLE_56'],
    importMarks: [{ country: 'UGA', year: 2001 }],
    otherMarks: ['★ KE KPS 00123', canary],
    trail: ['JAM'],
  };
  const suggested = () => jamaica.post<object>('/v1/directory/suggestions', arm);
  await eventually(async () =>
    expect((await suggested()).body).toEqual({
      items: [
        {
          state: 'UGA',
          name: 'Uganda',
          grounds: [{ why: 'LAST_IMPORT', mark: 'UGA 2001', verified: true }],
        },
        {
          state: 'KEN',
          name: 'Kenya',
          grounds: [
            { why: 'STATE_STOCK', mark: '★ KE KPS 00123', source: 'National report 2018', verified: false },
          ],
        },
        {
          state: 'CHN',
          name: "People's Republic of China",
          grounds: [
            { why: 'MANUFACTURE', mark: 'TRIANGLE_56', source: 'National report 2020', verified: true },
          ],
        },
      ],
    }),
  );
  const { items } = (
    await kenya.get<{ readonly items: readonly { readonly verified: boolean }[] }>(
      '/v1/participants/KEN/marking-practices',
    )
  ).body;
  expect(items).toEqual([{ number: 1, ...practice }]);
  expect(filesWith(canary)).toEqual([]);
  expect(filesWith('TRIANGLE_56')).not.toEqual([]);
});

test('a State says whether its requests are reviewed before they are sent', async () => {
  const said = await jamaica.put('/v1/participants/JAM/review-policy', { reviewRequired: true });
  expect([said.status, said.body]).toEqual([
    200,
    {
      code: 'JAM',
      name: 'Jamaica',
      version: 1,
      pointOfContact: null,
      reviewRequired: true,
      lapsePolicy: null,
    },
  ]);
  await eventually(async () => expect((await kenya.get('/v1/participants/JAM')).body).toEqual(said.body));
});

/** Files of the exchange in which a text stands as it is. */
const filesWith = (text: string) =>
  readdirSync(exchange.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
