import { eventually } from '@vestigo/kernel/testing';
import { canariesIn, requestActsWithCanaries } from './canaries';
import { type Desk, linesOf } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { submitted } from './matters';

const { draft } = requestActsWithCanaries;

interface Line {
  readonly id: string;
  readonly respondingState: string;
  readonly status: string;
  readonly submittedAt: string | null;
}

let exchange: ExchangeHere;
let author: Desk;
let reviewer: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere();
  const { issuer } = exchange.served;
  const officer = async (subject: string) =>
    exchange.bearer(await issuer.issue({ subject, state: 'JAM', role: 'officer' }));
  [author, reviewer] = [await officer('author@JAM'), await officer('reviewer@JAM')];
  await author.put('/v1/participants/JAM/review-policy', { reviewRequired: true });
  await author.post('/v1/participants/JAM/delegations', {
    ...{ desk: 'NCB-PORT-ROYAL', body: 'National Central Bureau', acts: ['transmit', 'remind', 'comment'] },
  });
});
afterAll(() => exchange.close());

const shown = async (desk: Desk, query = '') => {
  const { status, body, text } = await desk.get<{ readonly items: readonly Line[] }>(`/v1/requests${query}`);
  expect([status, canariesIn(text)]).toEqual([200, []]);
  return body.items.map(({ id, status }) => [id, status]);
};

test('officers of a State find what is being written there, what waits for review and what is approved', async () => {
  const first = await submitted(author, draft, '/v1/requests/drafts');
  const second = await submitted(author, draft, '/v1/requests/drafts');
  await eventually(async () => {
    expect(await shown(reviewer, '?status=draft')).toEqual([
      [second, 'draft'],
      [first, 'draft'],
    ]);
  });
  expect((await linesOf<Line>(reviewer, '/v1/requests', 1)).map(({ id }) => id)).toEqual([second, first]);
  expect((await reviewer.post(`/v1/requests/${first}/approval`, {})).status).toBe(200);
  await eventually(async () => {
    expect(await shown(author, '?status=approved')).toEqual([[first, 'approved']]);
    expect(await shown(author, '?status=draft')).toEqual([[second, 'draft']]);
  });

  expect((await author.post(`/v1/requests/${first}/submission`, {})).status).toBe(200);
  expect(
    (await author.put(`/v1/requests/${second}/draft`, { ...draft, respondingState: 'BRA' })).status,
  ).toBe(200);
  await eventually(async () => {
    expect(await shown(author, '?status=approved')).toEqual([]);
    expect((await shown(author)).map(([id]) => id)).toEqual([first, second]);
    const [sent, written] = await linesOf<Line>(author, '/v1/requests');
    expect(sent?.submittedAt).toMatch(/Z$/);
    expect(written).toMatchObject({ respondingState: 'BRA', submittedAt: null });
  });
});

test('a draft is on no list but that of the officers of its State', async () => {
  const id = await submitted(author, draft, '/v1/requests/drafts');
  await eventually(async () => {
    expect((await shown(reviewer)).map(([listed]) => listed)).toContain(id);
  });
  const others = await Promise.all([
    ...['USA', 'BRA', 'KEN'].map((state) => exchange.desk('officer', state)),
    ...['JAM', 'USA'].map((state) => exchange.desk('liaison', state)),
    exchange.desk('coordinator', null),
  ]);
  for (const other of others) {
    for (const query of ['', '?status=draft', '?status=approved']) {
      const lines = await shown(other, query);
      expect(lines.filter(([listed, status]) => listed === id || status === 'draft')).toEqual([]);
    }
    expect((await other.get(`/v1/cases`)).text).not.toContain(id);
    expect((await other.get(`/v1/requests/${id}`)).status).toBe(404);
  }
  const helping = await exchange.liaisonDesk('NCB-PORT-ROYAL');
  expect((await helping.get('/v1/requests?status=draft')).status).toBe(403);
  expect((await helping.get(`/v1/requests/${id}`)).status).toBe(404);
  const { text } = await author.get('/v1/requests/export?format=json');
  expect(text).not.toContain(id);
  const { status, body } = await author.get<{ readonly errors: readonly object[] }>(
    '/v1/requests/export?format=csv&status=draft',
  );
  expect([status, body.errors]).toMatchObject([422, [{ pointer: '/status' }]]);
});
