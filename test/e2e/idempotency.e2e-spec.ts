import { randomUUID } from 'node:crypto';
import { eventually } from '@vestigo/kernel/testing';
import { type Desk, linesOf } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { answerInFull, type Matter, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;

beforeAll(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});
afterAll(() => exchange.close());

const under = (key: string) => ({ 'idempotency-key': key });
const send = (desk: Desk, key: string, request: object = sparseRequest) =>
  desk.post<MatterState>('/v1/requests', request, under(key));

test('a repeat under the same key is the same request, and there is no second case', async () => {
  const key = randomUUID();
  const first = await send(jamaica, key);
  await eventually(() => matterAt(jamaica, `/v1/requests/${first.body.id}`, 'received'));
  const second = await send(jamaica, key);
  expect([second.status, second.body]).toEqual([first.status, first.body]);
  await oneOf(first.body.id);
});

test('a repeat may write its fields in another order', async () => {
  const key = randomUUID();
  const first = await send(jamaica, key);
  const turned = Object.fromEntries(Object.entries(sparseRequest).reverse());
  expect((await send(jamaica, key, turned)).body).toEqual(first.body);
});

test('another body under the same key is refused', async () => {
  const key = randomUUID();
  await send(jamaica, key);
  expect(refusalIn(await send(jamaica, key, { ...sparseRequest, legalBasis: 'Another' }))).toEqual([
    422,
    'idempotency-key-reused',
  ]);
});

test('two States that choose the same key do not meet', async () => {
  const [key, kenya] = [randomUUID(), await exchange.desk('officer', 'KEN')];
  const [ours, theirs] = [await send(jamaica, key), await send(kenya, key)];
  expect([ours.status, theirs.status]).toEqual([201, 201]);
  expect(ours.body.id).not.toBe(theirs.body.id);
});

test('repeats that arrive together lead to one request', async () => {
  const key = randomUUID();
  const sent = await Promise.all(Array.from({ length: 24 }, () => send(jamaica, key)));
  const [first] = sent;
  expect(new Set(sent.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set([`201 ${first?.text ?? ''}`]),
  );
  await eventually(() => matterAt(usa, `/v1/cases/${first?.body.id ?? ''}`));
  await oneOf(first?.body.id ?? '');
});

test('of different bodies that arrive together under one key one is taken, the others are told', async () => {
  const key = randomUUID();
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      send(jamaica, key, { ...sparseRequest, legalBasis: `Act ${index}` }),
    ),
  );
  const taken = sent.flatMap(({ status }, index) => (status === 201 ? [`Act ${index}`] : []));
  const told = sent.filter(({ status }) => status !== 201).map(refusalIn);
  expect(told).toEqual(Array.from({ length: 7 }, () => [422, 'idempotency-key-reused']));
  const id = sent.find(({ status }) => status === 201)?.body.id ?? '';
  const { content } = await matterAt(jamaica, `/v1/requests/${id}`);
  expect(taken).toEqual([content?.['legalBasis']]);
});

test('an answer sent again under its key says what it said the first time', async () => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const answer = () => usa.post<MatterState>(`/v1/cases/${id}/answer`, answerInFull, under('the-answer'));
  const [first, second] = [await answer(), await answer()];
  expect(first.body).toEqual({ id, version: 2, status: 'answered' });
  expect([second.status, second.body]).toEqual([200, first.body]);
  expect(refusalIn(await usa.post(`/v1/cases/${id}/answer`, answerInFull))).toEqual([
    409,
    'already-answered',
  ]);
});

test('one key serves at two addresses without meeting itself', async () => {
  const [one, other] = [await submitted(jamaica), await submitted(jamaica)];
  for (const id of [one, other]) {
    await eventually(() => matterAt(usa, `/v1/cases/${id}`));
    const { body } = await usa.post<MatterState>(`/v1/cases/${id}/acknowledgement`, {}, under('same'));
    expect(body).toEqual({ id, version: 2, status: 'acknowledged' });
  }
});

test('a repeat under a version that was right then is still the repeat', async () => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`));
  const acknowledge = () =>
    usa.post<MatterState>(
      `/v1/cases/${id}/acknowledgement`,
      {},
      { ...under('versioned'), 'if-match': '"1"' },
    );
  const [first, second] = [await acknowledge(), await acknowledge()];
  expect([second.status, second.body]).toEqual([first.status, first.body]);
});

test.each(['a blank within', 'x'.repeat(129), '"'])('the key %p is refused as malformed', async (key) => {
  expect(refusalIn(await send(jamaica, key))).toEqual([422, 'idempotency-key-malformed']);
});

/** The request is once in the list of its desk, and once in that of the desk asked. */
async function oneOf(id: string): Promise<void> {
  for (const [desk, list] of [[jamaica, '/v1/requests'] as const, [usa, '/v1/cases'] as const]) {
    await eventually(async () => {
      const lines = await linesOf<Matter>(desk, list);
      expect(lines.filter((line) => line.id === id)).toHaveLength(1);
    });
  }
}
