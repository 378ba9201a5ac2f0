import { eventually } from '@vestigo/kernel/testing';
import type { Answer, Desk } from './desk';
import { type ExchangeHere, openExchangeHere } from './exchange-here';
import { answerInFull, matterAt, sparseRequest, submitted } from './matters';

const day = 86_400_000;
const contact = {
  body: 'Firearms and Tool Marks Section',
  email: 'npc@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [0, 6],
};

let exchange: ExchangeHere;
let jamaica: Desk;
let usa: Desk;

beforeEach(async () => {
  exchange = await openExchangeHere();
  [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
});
afterEach(() => exchange.close());

/** What a reader is told who has read before, and what has come of it without another version. */
async function readAgain<Body>(
  desk: Desk,
  path: string,
  meanwhile: () => unknown,
): Promise<readonly [before: Answer<Body>, after: Answer<Body>]> {
  const before = await desk.get<Body>(path);
  const has = { 'if-none-match': before.headers.get('etag') ?? '' };
  const same = await desk.get(path, has);
  expect([before.status, same.status, same.text]).toEqual([200, 304, '']);
  await meanwhile();
  return [before, await desk.get<Body>(path, has)];
}

interface Participant {
  readonly version: number;
  readonly pointOfContact: { readonly email: string } | null;
}

test('a reader of the directory is told who answers by now, though nothing new was said', async () => {
  const { now } = exchange.clock;
  const path = '/v1/participants/JAM';
  const [validFrom, validTo] = [now + day, now + 3 * day].map((at) => new Date(at).toISOString());
  await jamaica.post(`${path}/points-of-contact`, { ...contact, validFrom, validTo });
  await eventually(async () => expect((await usa.get<Participant>(path)).body.version).toBe(1));
  const later = async (at: number) => {
    const [before, after] = await readAgain<Participant>(usa, path, () => {
      exchange.clock.now = at;
    });
    expect([before.body.version, after.status, after.body.version]).toEqual([1, 200, 1]);
    return after.body.pointOfContact?.email;
  };
  expect(await later(now + 2 * day)).toBe('npc@jam.example');
  expect(await later(now + 4 * day)).toBeUndefined();
});

test('who has read an answer is told when its time is over (ITI 15)', async () => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
  const on = new Date(exchange.clock.now + 2 * day).toISOString().slice(0, 10);
  await usa.post(`/v1/cases/${id}/answer`, { ...answerInFull, conditions: [{ kind: 'EXPIRES', on }] });
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
  const [before, after] = await readAgain(jamaica, `/v1/requests/${id}`, () => {
    exchange.clock.now += 400 * day;
  });
  expect(before.text).toContain(answerInFull.lastLegalHolder);
  expect([after.status, after.text.includes(answerInFull.lastLegalHolder)]).toEqual([200, false]);
});

test('who has read a request is told of a cross-hit, which is none of its acts', async () => {
  const kenya = await exchange.desk('officer', 'KEN');
  const serial = { asObserved: 'XK 77/2019', part: 'FRAME_RECEIVER', condition: 'INTACT' };
  const request = { ...sparseRequest, arm: { type: 'PISTOL_SELFLOADING', make: 'Glock', serial } };
  const id = await submitted(kenya, request);
  await eventually(() => matterAt(kenya, `/v1/requests/${id}`, 'received'));
  const path = `/v1/requests/${id}`;
  const [before, after] = await readAgain<{ readonly version: number }>(kenya, path, async () => {
    await submitted(jamaica, request);
    await eventually(async () => {
      expect((await kenya.get<{ readonly crossHits: readonly number[] }>(path)).body.crossHits).toEqual([1]);
    });
  });
  expect([after.status, after.body.version]).toEqual([200, before.body.version]);
});

test('what one reader has is not what another may read under the same version', async () => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'received'));
  const liaison = await exchange.desk('liaison', 'JAM');
  const { headers } = await liaison.get(`/v1/requests/${id}`);
  const { status, text } = await jamaica.get(`/v1/requests/${id}`, {
    'if-none-match': headers.get('etag') ?? '',
  });
  expect([status, text.includes(sparseRequest.legalBasis)]).toEqual([200, true]);
});

test('the tag of what was read names the version to act on', async () => {
  const id = await submitted(jamaica);
  await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
  const { headers } = await usa.get(`/v1/cases/${id}`);
  const seen = { 'if-match': headers.get('etag') ?? '' };
  expect((await usa.post(`/v1/cases/${id}/acknowledgement`, {}, seen)).status).toBe(200);
  expect((await usa.post(`/v1/cases/${id}/search`, {}, seen)).status).toBe(412);
});
